from k2bench.apis.odata.metadata.change import Change, ChangeKind
from k2bench.apis.odata.metadata.change_text import change_text


def test_one_line_a_change_in_the_order_of_what_happened() -> None:
    changes = (
        Change(ChangeKind.CHANGED, "property", "n.T/Name", ("MaxLength: 50 → 100",)),
        Change(ChangeKind.REMOVED, "entity set", "Old"),
        Change(ChangeKind.ADDED, "entity set", "New"),
    )
    assert change_text(changes, "Dev", "Live") == (
        "From Dev to Live\n"
        "+ entity set New\n"
        "- entity set Old\n"
        "~ property n.T/Name\n"
        "    MaxLength: 50 → 100\n"
    )


def test_no_difference_is_said() -> None:
    assert change_text(()) == "There is no difference.\n"
