"""Exact numbers: integers of 64 bits, and decimals as canonical digits."""

from __future__ import annotations

import decimal
from decimal import Decimal

from k2bench.demo.odata.errors import bad_request

MAX_EXPONENT = 100
INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1

# Sums and products are exact or refused; only a quotient may have to be rounded.
_EXACT = decimal.Context(
    prec=1000, traps=[decimal.Inexact, decimal.InvalidOperation, decimal.Overflow]
)
_QUOTIENT = decimal.Context(prec=50, traps=[decimal.InvalidOperation, decimal.Overflow])

Number = int | str


def parse_decimal(text: str) -> str:
    """Canonical digits of a decimal literal.

    Raises:
        ODataError: 400 when it is too large or too small to be meant.
    """
    number = Decimal(text)
    if number and abs(number.adjusted()) > MAX_EXPONENT:
        raise bad_request(f"The number '{text}' is out of range.")
    return canonical(number)


def canonical(number: Decimal) -> str:
    """Plain digits: no exponent, no zeros at the end, no minus before zero."""
    if not number:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: int, scale: int) -> str:
    """Canonical digits of an integer scaled by 10**scale."""
    return canonical(Decimal(value).scaleb(-scale, _EXACT))


def compare(left: Number, right: Number) -> int:
    """-1, 0 or 1."""
    one, other = Decimal(left), Decimal(right)
    return (one > other) - (one < other)


def integer(value: int) -> int:
    """The result of integer arithmetic.

    Raises:
        ODataError: 400 when it does not fit 64 bits.
    """
    if not INT64_MIN <= value <= INT64_MAX:
        raise bad_request("Arithmetic operation resulted in an overflow.")
    return value


def add(left: Number, right: Number) -> str:
    """Exact sum."""
    return _exact(_EXACT.add, left, right)


def subtract(left: Number, right: Number) -> str:
    """Exact difference."""
    return _exact(_EXACT.subtract, left, right)


def multiply(left: Number, right: Number) -> str:
    """Exact product."""
    return _exact(_EXACT.multiply, left, right)


def divide(left: Number, right: Number) -> str:
    """Quotient of decimals, to 50 digits."""
    return canonical(_QUOTIENT.divide(Decimal(left), Decimal(_divisor(right))))


def divide_integers(left: int, right: int) -> int:
    """Quotient of integers, cut towards zero (OData URL Conventions 4.0 §5.1.1.2.4)."""
    quotient = abs(left) // abs(int(_divisor(right)))
    return integer(quotient if (left < 0) == (right < 0) else -quotient)


def remainder_of_integers(left: int, right: int) -> int:
    """Remainder with the sign of the dividend."""
    remainder = abs(left) % abs(int(_divisor(right)))
    return -remainder if left < 0 else remainder


def remainder(left: Number, right: Number) -> str:
    """Remainder of decimals with the sign of the dividend."""
    return _exact(_EXACT.remainder, left, _divisor(right))


def round_half_away(value: Number) -> str:
    """Rounds to an integer, the middle away from zero (§5.1.1.9.1)."""
    return _to_integral(value, decimal.ROUND_HALF_UP)


def floor(value: Number) -> str:
    """Rounds down."""
    return _to_integral(value, decimal.ROUND_FLOOR)


def ceiling(value: Number) -> str:
    """Rounds up."""
    return _to_integral(value, decimal.ROUND_CEILING)


def _to_integral(value: Number, rounding: str) -> str:
    return canonical(Decimal(value).to_integral_value(rounding, _QUOTIENT))


def _divisor(value: Number) -> Number:
    if not Decimal(value):
        raise bad_request("Divide by zero error encountered.")
    return value


def _exact(operation: object, left: Number, right: Number) -> str:
    try:
        return canonical(operation(Decimal(left), Decimal(right)))  # type: ignore[operator]
    except (decimal.Inexact, decimal.InvalidOperation, decimal.Overflow):
        raise bad_request("Arithmetic operation resulted in an overflow.") from None
