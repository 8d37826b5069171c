from __future__ import annotations

import pytest

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.ordering import after, parse_orderby
from k2bench.demo.odata.smartobjects.employee_sample import EMPLOYEE_SAMPLE
from k2bench.demo.odata.smartobjects.purchase_requests import PURCHASE_REQUESTS


def test_the_key_comes_last_and_once() -> None:
    def names(text: str) -> list[str]:
        return [term.sql() for term in parse_orderby(text, EMPLOYEE_SAMPLE)]

    assert names("") == ['"ID"']
    assert names("Salary desc, Joblevel") == ['"Salary" DESC', '"Joblevel"', '"ID"']
    assert names("ID desc") == ['"ID" DESC']
    assert names("Salary,Salary desc") == ['"Salary"', '"ID"']


def test_points_in_time_are_sorted_by_utc() -> None:
    (term, _) = parse_orderby("Requested_On asc", PURCHASE_REQUESTS)
    assert term.sql() == '"Requested_On__utc"'


@pytest.mark.parametrize(
    ("text", "status"),
    [("Nope", 400), ("ID up", 400), ("ID asc asc", 400), ("ID,", 400), (",", 400),
     ("length(FirstName)", 501), ("Manager/Name", 501)],
)  # fmt: skip
def test_what_is_refused(text: str, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        parse_orderby(text, EMPLOYEE_SAMPLE)
    assert refusal.value.status == status


def test_after_a_null() -> None:
    terms = parse_orderby("Joblevel", EMPLOYEE_SAMPLE)
    assert after(terms, [None, 7]) == Clause(
        '("Joblevel" IS NOT NULL) OR ("Joblevel" IS ? AND "ID" > ?)', (None, 7)
    )
    terms = parse_orderby("Joblevel desc", EMPLOYEE_SAMPLE)
    assert after(terms, [None, 7]) == Clause('("Joblevel" IS ? AND "ID" > ?)', (None, 7))
    with pytest.raises(ODataError):
        after(terms, [7])


@pytest.mark.parametrize(
    ("orderby", "values"),
    [
        ("", ["7"]),
        ("", [None]),
        ("LastName", [5, 7]),
        ("LastName", ["Ada", "7"]),
        ("Salary", ["12.5", 7]),
    ],
)
def test_values_of_another_type_are_refused(orderby: str, values: list[int | str | None]) -> None:
    with pytest.raises(ODataError) as refusal:
        after(parse_orderby(orderby, EMPLOYEE_SAMPLE), values)
    assert refusal.value.status == 400


def test_points_in_time_are_compared_by_their_ticks() -> None:
    terms = parse_orderby("Requested_On", PURCHASE_REQUESTS)
    after(terms, [638_000_000_000_000_000, "00292618-2b17-4918-99e9-f3942c43631f"])
    with pytest.raises(ODataError):
        after(terms, ["2024-01-01T00:00:00Z", "00292618-2b17-4918-99e9-f3942c43631f"])
