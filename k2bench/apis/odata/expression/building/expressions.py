"""Builds the expression nodes of the tree from the nodes of the grammar."""

from collections.abc import Sequence
from functools import partial

from k2bench.apis.odata.expression.building.parts import (
    Builders,
    Grouped,
    Part,
    Token,
    every,
    expression,
    expressions,
    from_parts,
    from_text,
    text_of,
)
from k2bench.apis.odata.expression.building.precedence import arrange
from k2bench.apis.odata.expression.functions import SPELLING
from k2bench.apis.odata.expression.tree.nodes import (
    Array,
    Branch,
    Call,
    Case,
    Cast,
    Expression,
    IsOf,
    List,
    Literal,
    LiteralKind,
    Member,
    Object,
)


def _parens(token: Token, parts: Sequence[Part]) -> Part:
    return Grouped(expression(parts), token.start, token.end)


def _first(parts: Sequence[Part]) -> Expression | None:
    return next(iter(expressions(parts)), None)


def _second(parts: Sequence[Part]) -> Expression:
    return expressions(parts)[1]


def _member_name(parts: Sequence[Part]) -> str:
    name = parts[0]
    assert isinstance(name, Literal)
    return name.text


def _type_test(token: Token, parts: Sequence[Part]) -> Part:
    kind = Cast if text_of("typeFunction")(parts).lower() == "cast" else IsOf
    return kind(_first(parts), text_of("typeName")(parts), start=token.start, end=token.end)


def _method(token: Token, parts: Sequence[Part]) -> Part:
    name = parts[0]
    assert isinstance(name, Token)
    canonical = SPELLING[name.text.lower()]
    return Call(canonical, expressions(parts), start=token.start, end=token.end)


EXPRESSION_BUILDERS: Builders = {
    **{kind.value: from_text(partial(Literal, kind)) for kind in LiteralKind},
    "hasValue": from_text(partial(Literal, LiteralKind.ENUM)),
    "expr": lambda _, parts: arrange(parts),
    "parens": _parens,
    "list": from_parts(List, expressions),
    "array": from_parts(Array, expressions),
    "member": from_parts(Member, _member_name, _second),
    "object": from_parts(Object, every(Member)),
    "branch": from_parts(Branch, _first, _second),
    "case": from_parts(Case, every(Branch)),
    "typeTest": _type_test,
    "method": _method,
}
