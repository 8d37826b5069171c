from __future__ import annotations

import pytest
from odata_query import ast

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter.expression import Kind
from k2bench.demo.odata.filter.literals import literal_expression


@pytest.mark.parametrize(
    ("node", "kind", "value"),
    [
        (ast.Integer("-5"), Kind.INTEGER, -5),
        (ast.Integer("9223372036854775808"), Kind.DECIMAL, "9223372036854775808"),
        (ast.Float("1.50"), Kind.DECIMAL, "1.5"),
        (ast.Boolean("TRUE"), Kind.BOOLEAN, 1),
        (ast.String("o'b"), Kind.STRING, "o'b"),
        (ast.GUID("ABCD"), Kind.GUID, "abcd"),
        (ast.Date("2024-02-29"), Kind.DATE, "2024-02-29"),
        (ast.Time("08:30:00.500"), Kind.TIME_OF_DAY, "08:30:00.5"),
        (ast.DateTime("2024-01-01t00:00z"), Kind.INSTANT, "2024-01-01T00:00:00Z"),
        (ast.Duration("PT1S"), Kind.DURATION, 10_000_000),
    ],
)
def test_each_literal(node: ast._Literal, kind: Kind, value: object) -> None:
    expression = literal_expression(node)
    assert expression.kind is kind
    assert expression.value.parameters == (value,)
    assert not expression.nullable


@pytest.mark.parametrize(
    ("node", "status"),
    [
        (ast.Date("2023-02-29"), 400),
        (ast.Date("2023-00-10"), 400),
        (ast.Time("12:30::15"), 400),
        (ast.DateTime("2024-01-01T00:00:00"), 400),
        (ast.Duration("P1Y"), 400),
        (ast.Float("1e999"), 400),
        (ast.Geography("POINT(1 2)"), 501),
    ],
)
def test_what_the_lexer_lets_through_wrongly(node: ast._Literal, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        literal_expression(node)
    assert refusal.value.status == status
