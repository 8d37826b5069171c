import pytest

from k2bench.apis.odata.expression import parse
from k2bench.apis.odata.expression.tree.nodes import (
    Binary,
    Expression,
    Literal,
    LiteralKind,
    Operator,
)


def test_equality_is_about_what_is_said_not_where() -> None:
    assert parse("filter", "a  eq\t1") == parse("filter", "(a EQ 1)")
    assert hash(parse("filter", "a eq 1")) == hash(parse("filter", "a  eq 1"))
    assert parse("filter", "a eq 1") != parse("filter", "a eq 2")


def test_nodes_can_be_made_without_places() -> None:
    number = Literal(LiteralKind.NUMBER, "1")
    assert Binary(Operator.EQ, number, number) == parse("filter", "1 eq 1")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("null", LiteralKind.NULL),
        ("TRUE", LiteralKind.BOOLEAN),
        ("-1.5e3", LiteralKind.NUMBER),
        ("-INF", LiteralKind.NUMBER),
        ("'x'", LiteralKind.STRING),
        ("01234567-89ab-cdef-0123-456789abcdef", LiteralKind.GUID),
        ("2020-01-01", LiteralKind.DATE),
        ("2020-01-01T00:00Z", LiteralKind.DATE_TIME_OFFSET),
        ("12:30", LiteralKind.TIME_OF_DAY),
        ("duration'P1D'", LiteralKind.DURATION),
        ("A.B'x'", LiteralKind.ENUM),
        ("binary'Zg'", LiteralKind.BINARY),
        ("geography'SRID=0;Point(1 2)'", LiteralKind.GEOGRAPHY),
        ("Geometry'SRID=0;Point(1 2)'", LiteralKind.GEOMETRY),
    ],
)
def test_the_text_of_a_literal_shows_its_kind(text: str, kind: LiteralKind) -> None:
    tree: Expression = parse("filter", text)
    assert tree == Literal(kind, text)
    assert (tree.start, tree.end) == (0, len(text))
