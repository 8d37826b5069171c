"""The Python functions that SQLite calls while it evaluates a filter.

Each gives null when an argument is null (OData URL Conventions 4.0 §5.1.1). An error in one aborts
the query; SQLite does not pass it on, so it is kept for `take_failure`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from k2bench.demo.odata import temporal
from k2bench.demo.odata.errors import ODataError, bad_request
from k2bench.demo.odata.filter import numbers, pattern
from k2bench.demo.odata.temporal import TICKS_PER_DAY, TICKS_PER_SECOND, Instant

# .NET's Char.IsWhiteSpace; Python's strip() would also take U+001C to U+001F.
BLANKS = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def substring(text: str, start: int, length: int | None = None) -> str:
    """Characters from `start`, counted from 0; empty beyond the end."""
    if start < 0 or (length is not None and length < 0):
        raise bad_request("StartIndex and length of a substring cannot be less than zero.")
    return text[start:] if length is None else text[start : start + length]


def instant_add(text: str, ticks: int) -> str:
    """A point in time moved by a duration, at the same offset."""
    instant = temporal.parse_instant(text)
    return temporal.format_instant(Instant(instant.utc + ticks, instant.offset))


def date_add(text: str, ticks: int) -> str:
    """A date moved by a duration, whose time of day is cut off."""
    midnight = temporal.parse_date(text) * TICKS_PER_DAY
    return temporal.format_date((midnight + ticks) // TICKS_PER_DAY)


def days_between(left: str, right: str) -> int:
    """The duration from the right date to the left one."""
    return (temporal.parse_date(left) - temporal.parse_date(right)) * TICKS_PER_DAY


def date_part(text: str) -> str:
    """The date of a date or of a point in time, at its own offset."""
    return text[:10]


def clock_ticks(text: str) -> int:
    """Ticks since midnight of a time of day or of a point in time, at its own offset."""
    if len(text) > 10 and text[10] == "T":
        return temporal.parse_instant(text).local % TICKS_PER_DAY
    return temporal.parse_time_of_day(text)


def calculate(operators: Mapping[str, Callable[[Any, Any], Any]], first: Any, *terms: Any) -> Any:
    """The result of operators in a row: `terms` are the name of one, its operand, and so on."""
    result = first
    for name, operand in zip(terms[::2], terms[1::2], strict=True):
        result = operators[name](result, operand)
    return result


INTEGER_OPERATORS: dict[str, Callable[[int, int], int]] = {
    "add": lambda left, right: numbers.integer(left + right),
    "sub": lambda left, right: numbers.integer(left - right),
    "mul": lambda left, right: numbers.integer(left * right),
    "div": numbers.divide_integers,
    "mod": numbers.remainder_of_integers,
}

DECIMAL_OPERATORS: dict[str, Callable[[numbers.Number, numbers.Number], str]] = {
    "add": numbers.add,
    "sub": numbers.subtract,
    "mul": numbers.multiply,
    "div": numbers.divide,
    "mod": numbers.remainder,
}

FUNCTIONS: dict[str, Callable[..., Any]] = {
    "k2_decimal": numbers.scaled,
    "k2_compare": numbers.compare,
    "k2_integer_add": INTEGER_OPERATORS["add"],
    "k2_integer_sub": INTEGER_OPERATORS["sub"],
    "k2_integers": lambda *terms: calculate(INTEGER_OPERATORS, *terms),
    "k2_decimals": lambda *terms: calculate(DECIMAL_OPERATORS, *terms),
    "k2_round": numbers.round_half_away,
    "k2_floor": numbers.floor,
    "k2_ceiling": numbers.ceiling,
    "k2_concat": lambda left, right: left + right,
    "k2_contains": lambda text, part: part in text,
    "k2_endswith": lambda text, part: text.endswith(part),
    "k2_startswith": lambda text, part: text.startswith(part),
    "k2_indexof": lambda text, part: text.find(part),
    "k2_length": len,
    "k2_substring": substring,
    "k2_matchespattern": pattern.matches,
    "k2_tolower": str.lower,
    "k2_toupper": str.upper,
    "k2_trim": lambda text: text.strip(BLANKS),
    "k2_instant_ticks": lambda text: temporal.parse_instant(text).utc,
    "k2_instant_add": instant_add,
    "k2_instant_sub": lambda text, ticks: instant_add(text, -ticks),
    "k2_date_add": date_add,
    "k2_date_sub": lambda text, ticks: date_add(text, -ticks),
    "k2_days_between": days_between,
    "k2_year": lambda text: int(text[:4]),
    "k2_month": lambda text: int(text[5:7]),
    "k2_day": lambda text: int(text[8:10]),
    "k2_hour": lambda text: clock_ticks(text) // (3600 * TICKS_PER_SECOND),
    "k2_minute": lambda text: clock_ticks(text) // (60 * TICKS_PER_SECOND) % 60,
    "k2_second": lambda text: clock_ticks(text) // TICKS_PER_SECOND % 60,
    "k2_fractionalseconds": lambda text: numbers.scaled(
        clock_ticks(text) % TICKS_PER_SECOND, temporal.PRECISION
    ),
    "k2_totalseconds": lambda ticks: numbers.scaled(ticks, temporal.PRECISION),
    "k2_date": date_part,
    "k2_time": lambda text: temporal.format_time_of_day(clock_ticks(text)),
    "k2_totaloffsetminutes": lambda text: temporal.parse_instant(text).offset,
}


class SqlFunctions:
    """Registers the functions with a connection and remembers why one of them failed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._failure: ODataError | None = None
        for name, function in FUNCTIONS.items():
            connection.create_function(name, -1, self._guarded(function), deterministic=True)

    def take_failure(self) -> ODataError | None:
        """The reason of the last failure, once."""
        failure, self._failure = self._failure, None
        return failure

    def _guarded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*arguments: Any) -> Any:
            if None in arguments:
                return None
            try:
                return function(*arguments)
            except ODataError as error:
                self._failure = error
                raise
            except (ValueError, OverflowError) as error:
                self._failure = bad_request(f"The $filter cannot be evaluated: {error}.")
                raise

        return guarded
