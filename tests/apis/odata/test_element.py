from tests.apis.odata.catalogues import child, root


def test_the_name_for_requests_has_no_namespace() -> None:
    types = child(root(), "Types", "Entity types")
    assert child(types, "Order").source.name == "n.Order"
    assert child(types, "Order").source.plain_name == "Order"
    assert child(root(), "Orders").source.plain_name == "Orders"
