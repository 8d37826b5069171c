"""`add sub mul div mod` on numbers, dates, points in time and durations.

OData URL Conventions 4.0 §5.1.1.2. Adding a duration to a date counts from midnight and then cuts
the time off.
"""

from __future__ import annotations

from odata_query import ast

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import bad_request
from k2bench.demo.odata.filter.expression import NULL, NUMBERS, Expression, Kind

_NAMES: dict[type[ast._Node], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "div",
    ast.Mod: "mod",
}

# (operator, left, right) -> (result, SQL function)
_TEMPORAL: dict[tuple[str, Kind, Kind], tuple[Kind, str]] = {
    ("add", Kind.INSTANT, Kind.DURATION): (Kind.INSTANT, "k2_instant_add"),
    ("sub", Kind.INSTANT, Kind.DURATION): (Kind.INSTANT, "k2_instant_sub"),
    ("sub", Kind.INSTANT, Kind.INSTANT): (Kind.DURATION, "k2_integer_sub"),
    ("add", Kind.DATE, Kind.DURATION): (Kind.DATE, "k2_date_add"),
    ("sub", Kind.DATE, Kind.DURATION): (Kind.DATE, "k2_date_sub"),
    ("sub", Kind.DATE, Kind.DATE): (Kind.DURATION, "k2_days_between"),
    ("add", Kind.DURATION, Kind.DURATION): (Kind.DURATION, "k2_integer_add"),
    ("sub", Kind.DURATION, Kind.DURATION): (Kind.DURATION, "k2_integer_sub"),
}


def calculate(operator: ast._BinOpToken, left: Expression, right: Expression) -> Expression:
    """The result of an arithmetic operator; null when an operand is null.

    Raises:
        ODataError: 400 when the types do not go together.
    """
    name = _NAMES[type(operator)]
    if Kind.NULL in (left.kind, right.kind):
        return NULL
    nullable = left.nullable or right.nullable
    if {left.kind, right.kind} <= NUMBERS:
        kind = Kind.DECIMAL if Kind.DECIMAL in (left.kind, right.kind) else Kind.INTEGER
        function = f"k2_{kind.name.lower()}_{name}"
        return Expression(kind, Clause.call(function, left.value, right.value), nullable)
    if (name, left.kind, right.kind) not in _TEMPORAL:
        raise bad_request(
            f"The operator '{name}' is not defined for '{left.kind.value}' and "
            f"'{right.kind.value}'."
        )
    kind, function = _TEMPORAL[name, left.kind, right.kind]
    between_instants = left.kind is right.kind is Kind.INSTANT
    arguments = [side.comparable if between_instants else side.value for side in (left, right)]
    return Expression(kind, Clause.call(function, *arguments), nullable)
