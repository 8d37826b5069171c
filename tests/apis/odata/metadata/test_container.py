from k2bench.apis.odata.metadata.container import EntityContainer, EntitySet, Singleton


def test_what_is_not_said_is_as_the_standard_has_it() -> None:
    assert EntitySet("A", "Ns.T").in_service_document
    assert not Singleton("Me", "Ns.T").nullable
    assert EntityContainer("Ns.C").default
