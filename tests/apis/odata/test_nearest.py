import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.nearest import _distance, nearest

SETS = (
    "EmployeeSample",
    "Purchase_Requests",
    "OData_2024_Budget",
    "Travel_Expenses",
    "com_Contoso_Suppliers",
    "Departments",
    "Department_History",
)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Employee Sample", "EmployeeSample"),
        ("employeesample", "EmployeeSample"),
        ("EMPLOYEE-SAMPLE", "EmployeeSample"),
        ("EmployeSample", "EmployeeSample"),
        ("EmpolyeeSample", "EmployeeSample"),
        ("Purchase Requests", "Purchase_Requests"),
        ("2024 Budget", "OData_2024_Budget"),
        ("2024_Budget", "OData_2024_Budget"),
        ("Suppliers", "com_Contoso_Suppliers"),
        ("Department", "Departments"),
        ("Travel Expense", "Travel_Expenses"),
        ("Departments", "Departments"),
    ],
)
def test_what_was_meant_comes_first(name: str, first: str) -> None:
    assert nearest(name, SETS)[0] == first


@pytest.mark.parametrize("name", ["", "_", "Unlike any of these", "xy"])
def test_nothing_is_better_than_something_unlike(name: str) -> None:
    assert nearest(name, SETS) == ()


def test_not_more_than_asked_for_and_none_twice() -> None:
    names = [f"Order{number}" for number in range(9)] * 2
    assert nearest("Order", names) == ("Order0", "Order1", "Order2")
    assert len(nearest("Order", names, most=5)) == 5
    assert nearest("OData_", ["OData_", "x"]) == ("OData_",)


def plain_distance(one: str, other: str) -> int:
    """The same distance by its definition, without a band."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, another in enumerate(other, 1):
            row.append(min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != another)))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == another:
                row[-1] = min(row[-1], rows[-2][to - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(1, 3))
def test_the_distance_is_right_within_its_limit(one: str, other: str, allowed: int) -> None:
    true = plain_distance(one, other)
    assert _distance(one, other, allowed) == (true if true <= allowed else None)


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=8))
def test_only_given_names_come_back(name: str, names: list[str]) -> None:
    found = nearest(name, names)
    assert set(found) <= set(names)
    assert len(found) <= 3
