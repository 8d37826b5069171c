from k2bench.apis.odata.metadata.change import Change, ChangeKind


def test_something_new_needs_no_details() -> None:
    assert Change(ChangeKind.ADDED, "property", "Ns.T/p").details == ()
