from decimal import Decimal
from typing import Any

import pytest

from k2bench.content.chart.values import NO_NUMBER, TOO_LARGE, moment, name_of, number


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (3, 3),
        (2**63, 2**63),
        (1.1, Decimal("1.1")),
        ("-12.50", Decimal("-12.50")),
        ("9223372036854775807", 2**63 - 1),
        (Decimal("1e-400"), 0),
        (True, NO_NUMBER),
        (None, NO_NUMBER),
        ("", NO_NUMBER),
        ("007", NO_NUMBER),
        ("1_000", NO_NUMBER),
        ("١", NO_NUMBER),
        (float("nan"), NO_NUMBER),
        (float("inf"), NO_NUMBER),
        (Decimal("NaN"), NO_NUMBER),
        ([1], NO_NUMBER),
        (10**400, TOO_LARGE),
        ("1" + "0" * 400, TOO_LARGE),
        ("1e99999999", TOO_LARGE),
        ("1" * 20_000, NO_NUMBER),
    ],
    ids=lambda value: str(value)[:20],
)
def test_numbers(value: Any, wanted: Any) -> None:
    assert number(value) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("1970-01-02", 86_400),
        ("1970-01-01T01:00:00Z", 3600),
        ("1970-01-01T01:00:00+01:00", 0),
        ("1970-01-01T00:00:01.5", 1.5),
        ("/Date(1500)/", 1.5),
        ("/Date(-86400000+0060)/", -86_400),
        ("0001-01-01T00:00:00+14:00", -62_135_647_200.0),
        ("2024-13-01", None),
        ("20240101", None),
        ("12:30:00", None),
        ("", None),
        (5, None),
        (None, None),
    ],
)
def test_moments(value: Any, wanted: float | None) -> None:
    assert moment(value) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Sales", "Sales"),
        ("a\n b", "a b"),
        ("  ", "(blank)"),
        (True, "true"),
        (12, "12"),
        (10**400, "(too large)"),
        (Decimal("1.10"), "1.10"),
        (None, None),
        ({}, None),
        ("x" * 300, "x" * 199 + "…"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_names(value: Any, wanted: str | None) -> None:
    assert name_of(value) == wanted
