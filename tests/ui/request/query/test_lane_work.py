from collections.abc import Generator
from typing import TypeVar

import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.lane_work import Flaw, Option, check, laid_out

T = TypeVar("T")


def done(steps: Generator[None, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


@pytest.mark.parametrize(
    "option",
    [
        Option("filter", "Name eq 'a'"),
        Option("filter", " Name eq {{x}} "),
        Option("filter", "   "),
        Option("filter", "Made eq datetime'2020-01-01T00:00:00' and ID eq 5L", Dialect.V3),
        Option("orderby", "Name desc,Price"),
    ],
)
def test_nothing_is_wrong(option: Option) -> None:
    assert done(check(option)) is None


def test_where_it_is_wrong() -> None:
    flaw = done(check(Option("filter", "  Name eqq 'a'")))
    assert isinstance(flaw, Flaw)
    assert flaw.position == 9
    assert not flaw.unfinished
    unfinished = done(check(Option("filter", "Name eq ")))
    assert unfinished is not None
    assert unfinished.unfinished


def test_a_canonical_form() -> None:
    assert done(laid_out(Option("filter", "((Name  EQ 'a'))"))) == "Name eq 'a'"
    assert done(laid_out(Option("filter", "Name eq"))) is None
    assert done(laid_out(Option("filter", "Name eq {{x}}"))) is None
