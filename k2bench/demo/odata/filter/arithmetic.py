"""`add sub mul div mod` on numbers, dates, points in time and durations.

OData URL Conventions 4.0 §5.1.1.2. Adding a duration to a date counts from midnight and then cuts
the time off.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

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


# A call of an SQL function takes 127 arguments, which is the first operand and two for each term.
MAX_TERMS = 40

Term = tuple[ast._BinOpToken, Expression]


def calculate(first: Expression, terms: Sequence[Term]) -> Expression:
    """The result of operators in a row, from left to right; null when an operand is null.

    Raises:
        ODataError: 400 when the types do not go together.
    """
    left, done = first, 0
    while done < len(terms):
        numbers = _leading_numbers(left.kind, terms[done : done + MAX_TERMS])
        left = _calculate_numbers(left, numbers) if numbers else _step(left, *terms[done])
        done += len(numbers) or 1
    return left


def _leading_numbers(kind: Kind, terms: Sequence[Term]) -> list[Term]:
    """The terms that one function can compute: integers, or any numbers once there is a decimal."""
    if kind not in NUMBERS:
        return []
    allowed = NUMBERS if Kind.DECIMAL in (kind, terms[0][1].kind) else {Kind.INTEGER}
    return list(takewhile(lambda term: term[1].kind in allowed, terms))


def _calculate_numbers(first: Expression, terms: Sequence[Term]) -> Expression:
    operands = [first, *(operand for _, operand in terms)]
    kind = Kind.DECIMAL if any(each.kind is Kind.DECIMAL for each in operands) else Kind.INTEGER
    arguments = [first.value]
    for operator, operand in terms:
        arguments += [Clause(f"'{_NAMES[type(operator)]}'"), operand.value]
    clause = Clause.call(f"k2_{kind.name.lower()}s", *arguments)
    return Expression(kind, clause, any(each.nullable for each in operands))


def _step(left: Expression, operator: ast._BinOpToken, right: Expression) -> Expression:
    """One operator that has to do with dates, times or null."""
    name = _NAMES[type(operator)]
    if Kind.NULL in (left.kind, right.kind):
        return NULL
    if (name, left.kind, right.kind) not in _TEMPORAL:
        raise bad_request(
            f"The operator '{name}' is not defined for '{left.kind.value}' and "
            f"'{right.kind.value}'."
        )
    kind, function = _TEMPORAL[name, left.kind, right.kind]
    between_instants = left.kind is right.kind is Kind.INSTANT
    arguments = [side.comparable if between_instants else side.value for side in (left, right)]
    nullable = left.nullable or right.nullable
    return Expression(kind, Clause.call(function, *arguments), nullable)
