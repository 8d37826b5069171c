"""The canonical functions and what they take and give (OData URL Conventions 4.0 §5.1.1.4 to 9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from k2bench.demo.odata import temporal
from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import bad_request, not_supported
from k2bench.demo.odata.filter.expression import NULL, NUMBERS, Expression, Kind
from k2bench.demo.odata.filter.literals import instant_expression

CONSTANTS = {
    "mindatetime": temporal.parse_instant("0001-01-01T00:00:00Z"),
    "maxdatetime": temporal.parse_instant("9999-12-31T23:59:59.9999999Z"),
}


@dataclass(frozen=True, slots=True)
class Signature:
    """A function: the kinds that each argument may have, and the kind of the result."""

    arguments: tuple[frozenset[Kind], ...]
    result: Kind


_TEXT = frozenset({Kind.STRING})
_INTEGER = frozenset({Kind.INTEGER})
_DATED = frozenset({Kind.DATE, Kind.INSTANT})
_CLOCKED = frozenset({Kind.TIME_OF_DAY, Kind.INSTANT})
_INSTANT = frozenset({Kind.INSTANT})
_DURATION = frozenset({Kind.DURATION})

SIGNATURES: dict[str, Signature] = {
    "concat": Signature((_TEXT, _TEXT), Kind.STRING),
    "contains": Signature((_TEXT, _TEXT), Kind.BOOLEAN),
    "endswith": Signature((_TEXT, _TEXT), Kind.BOOLEAN),
    "indexof": Signature((_TEXT, _TEXT), Kind.INTEGER),
    "length": Signature((_TEXT,), Kind.INTEGER),
    "startswith": Signature((_TEXT, _TEXT), Kind.BOOLEAN),
    "substring": Signature((_TEXT, _INTEGER, _INTEGER), Kind.STRING),
    "matchesPattern": Signature((_TEXT, _TEXT), Kind.BOOLEAN),
    "tolower": Signature((_TEXT,), Kind.STRING),
    "toupper": Signature((_TEXT,), Kind.STRING),
    "trim": Signature((_TEXT,), Kind.STRING),
    "year": Signature((_DATED,), Kind.INTEGER),
    "month": Signature((_DATED,), Kind.INTEGER),
    "day": Signature((_DATED,), Kind.INTEGER),
    "hour": Signature((_CLOCKED,), Kind.INTEGER),
    "minute": Signature((_CLOCKED,), Kind.INTEGER),
    "second": Signature((_CLOCKED,), Kind.INTEGER),
    "fractionalseconds": Signature((_CLOCKED,), Kind.DECIMAL),
    "totalseconds": Signature((_DURATION,), Kind.DECIMAL),
    "date": Signature((_INSTANT,), Kind.DATE),
    "time": Signature((_INSTANT,), Kind.TIME_OF_DAY),
    "totaloffsetminutes": Signature((_INSTANT,), Kind.INTEGER),
    "round": Signature((NUMBERS,), Kind.DECIMAL),
    "floor": Signature((NUMBERS,), Kind.DECIMAL),
    "ceiling": Signature((NUMBERS,), Kind.DECIMAL),
}


def require_supported(name: str) -> None:
    """Refuses a function that the parser knows and that is not done here.

    Raises:
        ODataError: 501.
    """
    if name != "now" and name not in CONSTANTS and name not in SIGNATURES:
        raise not_supported(f"The function '{name}' is not implemented.")


def call(
    name: str, arguments: Sequence[Expression], now: Callable[[], temporal.Instant]
) -> Expression:
    """A function call; null when an argument is null.

    Args:
        name: A supported function, in the case that OData writes it.
        arguments: As many as the parser lets through.
        now: The present, for `now()`.

    Raises:
        ODataError: 400 for an argument of a wrong type.
    """
    if name == "now":
        return instant_expression(now())
    if name in CONSTANTS:
        return instant_expression(CONSTANTS[name])
    signature = SIGNATURES[name]
    for argument, allowed in zip(arguments, signature.arguments, strict=False):
        if argument.kind not in allowed | {Kind.NULL}:
            raise bad_request(f"The function '{name}' does not take '{argument.kind.value}'.")
    if any(argument.kind is Kind.NULL for argument in arguments):
        return NULL
    nullable = any(argument.nullable for argument in arguments)
    clause = Clause.call(f"k2_{name.lower()}", *(argument.value for argument in arguments))
    return Expression(signature.result, clause, nullable)
