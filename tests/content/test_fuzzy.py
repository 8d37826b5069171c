import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.fuzzy import spans


@pytest.mark.parametrize(
    ("typed", "name", "found"),
    [
        ("sample", "EmployeeSample", ((8, 14),)),
        ("EMPLOYEE", "EmployeeSample", ((0, 8),)),
        ("emsa", "EmployeeSample", ((0, 2), (8, 10))),
        ("wih", "WorkflowInstanceHistory", ((0, 1), (8, 9), (16, 17))),
        ("o24", "OData_2024Budget", None),
        ("o20b", "OData_2024Budget", ((0, 1), (6, 8), (10, 11))),
        ("cost cen", "Cost_Centre", ((0, 4), (5, 8))),
        ("ms", "DurationMs", ((8, 10),)),
        ("dn", "DepartmentName", ((0, 1), (10, 11))),
        ("mlyee", "EmployeeSample", None),
        ("größe", "Größe_2", ((0, 5),)),
        ("straße", "STRASSE", None),
        ("", "Anything", ()),
        ("x", "EmployeeSample", None),
    ],
)
def test_what_is_found(typed: str, name: str, found: object) -> None:
    assert spans(typed, name) == found


def test_all_words_have_to_match() -> None:
    assert spans("emp zzz", "EmployeeSample") is None


def test_a_name_made_to_cost_much_costs_little() -> None:
    assert spans("a" * 60 + "b", "A_" * 100) is None


@given(st.text(max_size=30), st.text(max_size=60))
def test_marks_lie_in_the_name(typed: str, name: str) -> None:
    for start, end in spans(typed, name) or ():
        assert 0 <= start < end <= len(name)


@given(st.text(max_size=40))
def test_a_name_finds_itself(name: str) -> None:
    assert spans(name, name) is not None
