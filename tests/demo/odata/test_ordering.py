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
