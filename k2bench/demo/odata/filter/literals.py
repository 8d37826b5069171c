"""Literals of a filter, checked and brought into the form that SQL compares.

The lexer accepts more than OData does (the month 13, a time with two colons, a point in time
without an offset), so each literal is read again here, by its own rules.
"""

from __future__ import annotations

from collections.abc import Callable

from odata_query import ast

from k2bench.demo.odata import temporal
from k2bench.demo.odata.clause import Clause, Value
from k2bench.demo.odata.errors import bad_request, not_supported
from k2bench.demo.odata.filter import numbers
from k2bench.demo.odata.filter.expression import NULL, Expression, Kind


def literal_expression(node: ast._Literal) -> Expression:
    """The expression of a literal other than a list.

    Raises:
        ODataError: 400 for a value that its type does not have, 501 for a geography.
    """
    if isinstance(node, ast.Null):
        return NULL
    if isinstance(node, ast.Geography):
        raise not_supported("Geography literals are not implemented.")
    try:
        return _READERS[type(node)](node.val)  # type: ignore[attr-defined]
    except ValueError as error:
        raise bad_request(f"Unrecognized literal: {error}.") from None


def instant_expression(instant: temporal.Instant) -> Expression:
    """A constant point in time."""
    text = temporal.format_instant(instant)
    return Expression(Kind.INSTANT, Clause.value(text), False, Clause.value(instant.utc))


def _constant(kind: Kind, value: Value) -> Expression:
    return Expression(kind, Clause.value(value), nullable=False)


def _integer(text: str) -> Expression:
    value = int(text)
    if numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        return _constant(Kind.INTEGER, value)
    return _decimal(text)


def _decimal(text: str) -> Expression:
    return _constant(Kind.DECIMAL, numbers.parse_decimal(text))


def _date(text: str) -> Expression:
    return _constant(Kind.DATE, temporal.format_date(temporal.parse_date(text)))


def _time_of_day(text: str) -> Expression:
    ticks = temporal.parse_time_of_day(text)
    return _constant(Kind.TIME_OF_DAY, temporal.format_time_of_day(ticks))


_READERS: dict[type[ast._Node], Callable[[str], Expression]] = {
    ast.Integer: _integer,
    ast.Float: _decimal,
    ast.Boolean: lambda text: _constant(Kind.BOOLEAN, int(text.lower() == "true")),
    ast.String: lambda text: _constant(Kind.STRING, text),
    ast.GUID: lambda text: _constant(Kind.GUID, text.lower()),
    ast.Date: _date,
    ast.Time: _time_of_day,
    ast.DateTime: lambda text: instant_expression(temporal.parse_instant(text.upper())),
    ast.Duration: lambda text: _constant(Kind.DURATION, temporal.parse_duration(text)),
}
