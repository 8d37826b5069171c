from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter import numbers

DECIMALS = st.decimals(-(10**12), 10**12, places=6).map(numbers.canonical)


@given(one=DECIMALS, other=DECIMALS)
def test_decimals_are_exact(one: str, other: str) -> None:
    left, right = Fraction(one), Fraction(other)
    assert Fraction(numbers.add(one, other)) == left + right
    assert Fraction(numbers.subtract(one, other)) == left - right
    assert Fraction(numbers.multiply(one, other)) == left * right
    assert numbers.compare(one, other) == (left > right) - (left < right)
    assert (one == other) == (left == right)  # canonical digits: equal means equal text


def test_canonical_digits() -> None:
    texts = ["1.50", "-0.0", "1e3", "0.000", "100"]
    assert [numbers.parse_decimal(text) for text in texts] == ["1.5", "0", "1000", "0", "100"]
    assert numbers.scaled(-5, 2) == "-0.05"


@pytest.mark.parametrize(
    ("dividend", "divisor", "quotient", "rest"),
    [(7, 2, 3, 1), (-7, 2, -3, -1), (7, -2, -3, 1), (-7, -2, 3, -1)],
)
def test_whole_numbers_divide_towards_zero(
    dividend: int, divisor: int, quotient: int, rest: int
) -> None:
    assert numbers.divide_integers(dividend, divisor) == quotient
    assert numbers.remainder_of_integers(dividend, divisor) == rest
    assert numbers.remainder(dividend, divisor) == str(rest)


def test_a_quotient_may_be_rounded() -> None:
    assert numbers.divide("1", "3").startswith("0.33333333333333333333")
    assert numbers.divide("1", "4") == "0.25"


@pytest.mark.parametrize(
    ("value", "rounded", "floor", "ceiling"),
    [("0.5", "1", "0", "1"), ("-0.5", "-1", "-1", "0"), ("2.4", "2", "2", "3"), (7, "7", "7", "7")],
)
def test_rounding(value: int | str, rounded: str, floor: str, ceiling: str) -> None:
    assert numbers.round_half_away(value) == rounded
    assert numbers.floor(value) == floor
    assert numbers.ceiling(value) == ceiling


def test_what_cannot_be_computed_is_refused() -> None:
    huge = "9" * 90
    for attempt in (
        lambda: numbers.divide("1", "0"),
        lambda: numbers.divide_integers(1, 0),
        lambda: numbers.divide_integers(-(2**63), -1),
        lambda: numbers.integer(2**63),
        lambda: numbers.parse_decimal("1e101"),
        lambda: numbers.multiply("9" * 600, "9" * 600),
        lambda: numbers.remainder(huge * 12, "0.1"),
    ):
        with pytest.raises(ODataError):
            attempt()
