"""What the nodes of an expression are written from."""

from collections.abc import Iterable, Iterator

from k2bench.apis.odata.expression.building.precedence import STRENGTH, UNARY
from k2bench.apis.odata.expression.tree.nodes import (
    Array,
    Binary,
    Branch,
    Call,
    Case,
    Cast,
    Expression,
    IsOf,
    List,
    Literal,
    Logic,
    Member,
    Negate,
    Not,
    Object,
    Operator,
    Path,
)
from k2bench.apis.odata.expression.writing.pieces import GAP, Piece, Writers, joined

_STRONGEST = 10


def _strength(node: Expression) -> int:
    if isinstance(node, Binary | Logic):
        return STRENGTH[node.operator]
    return UNARY if isinstance(node, Not | Negate) else _STRONGEST


def _bracketed(node: Expression, needed: bool) -> Iterator[Piece]:
    yield "(" if needed else ""
    yield node
    if needed:
        yield GAP
        yield ")"


def _is_closed(node: Expression) -> bool:
    """Whether OData's grammar lets no comparison follow: it ends in a list or the value of has."""
    while isinstance(node, Not):
        node = node.operand
    return isinstance(node, Binary) and node.operator in (Operator.IN, Operator.HAS)


def _binary(node: Binary) -> Iterator[Piece]:
    strength = STRENGTH[node.operator]
    left, right = node.left, node.right
    yield from _bracketed(left, _strength(left) < strength or _is_closed(left))
    yield f" {node.operator} "
    yield from _bracketed(right, _strength(right) <= strength or _is_closed(right))


def _logic(node: Logic) -> Iterator[Piece]:
    for index, operand in enumerate(node.operands):
        if index:
            yield f" {node.operator} "
        # `and` inside `or` would not need its brackets; people do.
        yield from _bracketed(operand, isinstance(operand, Logic))


def _not(node: Not) -> Iterator[Piece]:
    yield "not "
    yield from _bracketed(node.operand, _strength(node.operand) < UNARY)


def _negate(node: Negate) -> Iterator[Piece]:
    yield "-"
    # `-5` is a literal, so is `-2020-01-01`: the minus of a value keeps its brackets.
    yield from _bracketed(node.operand, not isinstance(node.operand, Path | Call | Negate))


def _call(node: Call) -> Iterable[Piece]:
    return (f"{node.name}(", *joined(node.arguments, ",", gap=True), ")")


def _branch(node: Branch) -> Iterable[Piece]:
    return (node.condition, GAP, ":", node.value)


def _case(node: Case) -> Iterable[Piece]:
    return ("case(", *joined(node.branches, ",", gap=True), ")")


def _type_test(node: Cast | IsOf) -> Iterable[Piece]:
    name = "cast(" if isinstance(node, Cast) else "isof("
    operand = () if node.operand is None else (node.operand, GAP, ",")
    return (name, *operand, node.type, ")")


def _list(node: List) -> Iterable[Piece]:
    return ("(", *joined(node.items, ","), ")")


def _array(node: Array) -> Iterable[Piece]:
    return ("[", *joined(node.items, ",", gap=True), "]")


def _member(node: Member) -> Iterable[Piece]:
    return (node.name, ":", node.value)


def _object(node: Object) -> Iterable[Piece]:
    return ("{", *joined(node.members, ",", gap=True), "}")


def _literal(node: Literal) -> Iterable[Piece]:
    return (node.text,)


EXPRESSION_WRITERS: Writers = {
    Literal: _literal,
    Binary: _binary,
    Logic: _logic,
    Not: _not,
    Negate: _negate,
    Call: _call,
    Branch: _branch,
    Case: _case,
    Cast: _type_test,
    IsOf: _type_test,
    List: _list,
    Array: _array,
    Member: _member,
    Object: _object,
}
