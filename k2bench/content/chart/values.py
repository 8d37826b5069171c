"""One value of a row as a chart takes it: an exact number, a moment, or a name."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from k2bench.content.moments import moment_of

Exact: TypeAlias = int | Decimal
NO_NUMBER = "no number"
TOO_LARGE = "too large"
LARGEST = 300  # power of ten; a sum of a million of them still is a float
LONGEST = 10_000  # characters of a text that can be a number
SHOWN = 200  # characters of a name
PICOSECONDS = 1e12  # in a second
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LIMIT = 10**LARGEST
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,17})?")


def number(value: Any) -> Exact | str:
    """A number, or a text of one (Int64 and Decimal travel so); else why it cannot be drawn.

    What is smaller than 1e-300 counts as zero.
    """
    kind = type(value)
    if kind is int:
        return int(value) if -_LIMIT < value < _LIMIT else TOO_LARGE
    if kind is str:
        if len(value) > LONGEST or not _NUMBER.fullmatch(value):
            return NO_NUMBER
        value = Decimal(value)
    elif kind is float:
        value = Decimal(repr(value))
    elif kind is not Decimal:
        return NO_NUMBER
    return _bounded(value)


def _bounded(value: Decimal) -> Exact | str:
    if not value.is_finite():
        return NO_NUMBER
    size = value.adjusted()
    if size >= LARGEST:
        return TOO_LARGE
    return value if size > -LARGEST else 0


def moment(value: Any) -> float | None:
    """Seconds since 1970 of a date or a time as JSON writes it; UTC where it has no offset."""
    if type(value) is not str:
        return None
    try:
        return moment_of(value) / PICOSECONDS
    except (ValueError, OverflowError):
        return None


def name_of(value: Any) -> str | None:
    """A value as the name of a bar or a series; None for null, a missing and a nested one."""
    kind = type(value)
    if kind is str:
        clipped = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
        return " ".join(clipped.split()) or "(blank)"
    if kind is bool:
        return "true" if value else "false"
    if kind in (int, float, Decimal):
        text = str(value) if kind is not int or abs(value) < _LIMIT else "(too large)"
        return text[:SHOWN]
    return None
