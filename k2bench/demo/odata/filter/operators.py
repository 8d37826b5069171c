"""Comparison, logic and arithmetic on typed expressions (OData URL Conventions 4.0 §5.1.1).

`eq` and `ne` treat null as a value; the other comparisons are false when an operand is null; so a
comparison is never null itself, and `not` of it is true. Logic is three-valued, as SQL's is.
"""

from __future__ import annotations

from collections.abc import Sequence

from odata_query import ast

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import ODataError, bad_request
from k2bench.demo.odata.filter.expression import NULL, NUMBERS, Expression, Kind

_RELATIONS: dict[type[ast._Node], str] = {ast.Gt: ">", ast.GtE: ">=", ast.Lt: "<", ast.LtE: "<="}
_UNORDERED = frozenset({Kind.GUID})

# Keeps a chain of any length far from SQLite's limits: 1000 levels of an expression, 100 entries
# of its parser's stack.
GROUP = 32

FALSE = Expression(Kind.BOOLEAN, Clause("0"), nullable=False)


def compare(operator: ast._Comparator, left: Expression, right: Expression) -> Expression:
    """`eq ne gt ge lt le`.

    Raises:
        ODataError: 400 when the types cannot be compared.
    """
    if not _comparable(left.kind, right.kind):
        raise _mismatch(operator, left, right)
    if isinstance(operator, (ast.Eq, ast.NotEq)):
        symbol = "IS" if isinstance(operator, ast.Eq) else "IS NOT"
        return _boolean(Clause.compose(f"({{}} {symbol} {{}})", *_equality_forms(left, right)))
    if Kind.NULL in (left.kind, right.kind):
        return FALSE
    if left.kind in _UNORDERED:
        raise _mismatch(operator, left, right)
    relation = _relation(_RELATIONS[type(operator)], left, right)
    if left.nullable or right.nullable:
        relation = Clause.compose("coalesce({}, 0)", relation)
    return _boolean(relation)


def is_in(left: Expression, items: Sequence[Expression]) -> Expression:
    """Whether `left` equals one of the items; null equals null."""
    for item in items:
        if not _comparable(left.kind, item.kind):
            raise _mismatch(ast.In(), left, item)
    known = [item for item in items if item.kind is not Kind.NULL]
    exact = any(item.kind is Kind.DECIMAL for item in [left, *known])
    forms = [item.digits if exact else item.comparable for item in [left, *known]]
    places = ", ".join(["{}"] * len(known))
    found = Clause.compose(f"coalesce({{}} IN ({places}), 0)", *forms)
    if any(item.nullable for item in items):
        has_null = _joined("OR", [Clause.compose("{} IS NULL", item.value) for item in items])
        null_in = Clause.compose("({} IS NULL AND {})", left.value, has_null)
        found = Clause.compose("({} OR {})", found, null_in)
    return _boolean(found)


def combine(operator: ast._BoolOpToken, operands: Sequence[Expression]) -> Expression:
    """`and`, `or` of two operands or more."""
    for operand in operands:
        require_boolean(operand)
    symbol = "AND" if isinstance(operator, ast.And) else "OR"
    clause = _joined(symbol, [operand.value for operand in operands])
    return Expression(Kind.BOOLEAN, clause, any(operand.nullable for operand in operands))


def negate_logically(operand: Expression, count: int = 1) -> Expression:
    """`not`, once or several times; null stays null."""
    require_boolean(operand)
    template = "(NOT {})" if count % 2 else "{}"
    return Expression(Kind.BOOLEAN, Clause.compose(template, operand.value), operand.nullable)


def require_boolean(operand: Expression) -> None:
    """Refuses an operand that is neither a Boolean nor null.

    Raises:
        ODataError: 400.
    """
    if operand.kind not in (Kind.BOOLEAN, Kind.NULL):
        raise bad_request(f"A Boolean expression is required; found '{operand.kind.value}'.")


def negate(operand: Expression) -> Expression:
    """Unary minus, of a number or a duration."""
    if operand.kind is Kind.NULL:
        return NULL
    if operand.kind is Kind.DECIMAL:
        clause = Clause.call("k2_decimals", Clause("0"), Clause("'sub'"), operand.value)
    elif operand.kind in (Kind.INTEGER, Kind.DURATION):
        clause = Clause.call("k2_integer_sub", Clause("0"), operand.value)
    else:
        raise bad_request(f"The type '{operand.kind.value}' cannot be negated.")
    return Expression(operand.kind, clause, operand.nullable)


def _boolean(clause: Clause) -> Expression:
    return Expression(Kind.BOOLEAN, clause, nullable=False)


def _joined(symbol: str, clauses: Sequence[Clause]) -> Clause:
    """The clauses with a symbol of SQL between them, in brackets; in groups when they are many."""
    while len(clauses) > GROUP:
        groups = (clauses[start : start + GROUP] for start in range(0, len(clauses), GROUP))
        clauses = [_joined(symbol, group) for group in groups]
    return Clause.compose(f"({f' {symbol} '.join(['{}'] * len(clauses))})", *clauses)


def _comparable(left: Kind, right: Kind) -> bool:
    return left is right or Kind.NULL in (left, right) or {left, right} <= NUMBERS


def _equality_forms(left: Expression, right: Expression) -> tuple[Clause, Clause]:
    if Kind.DECIMAL in (left.kind, right.kind) and {left.kind, right.kind} <= NUMBERS:
        return left.digits, right.digits
    return left.comparable, right.comparable


def _relation(symbol: str, left: Expression, right: Expression) -> Clause:
    if Kind.DECIMAL in (left.kind, right.kind):
        return Clause.compose(f"(k2_compare({{}}, {{}}) {symbol} 0)", left.value, right.value)
    return Clause.compose(f"({{}} {symbol} {{}})", left.comparable, right.comparable)


def _mismatch(operator: ast._Node, left: Expression, right: Expression) -> ODataError:
    return bad_request(
        "A binary operator with incompatible types was detected. Found operand types "
        f"'{left.kind.value}' and '{right.kind.value}' for operator kind "
        f"'{type(operator).__name__}'."
    )
