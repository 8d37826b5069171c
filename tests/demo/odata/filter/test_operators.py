"""What the operators compute is proved by test_translation.py; here is how they do it."""

from __future__ import annotations

import pytest
from odata_query import ast

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter import operators
from k2bench.demo.odata.filter.expression import NULL, Expression, Kind

REQUIRED = Expression(Kind.INTEGER, Clause("a"), nullable=False)
OPTIONAL = Expression(Kind.INTEGER, Clause("b"))
GUID = Expression(Kind.GUID, Clause("g"))


def test_only_what_may_be_null_pays_for_it() -> None:
    assert operators.compare(ast.Gt(), REQUIRED, REQUIRED).value.sql == "(a > a)"
    assert operators.compare(ast.Gt(), REQUIRED, OPTIONAL).value.sql == "coalesce((a > b), 0)"
    assert operators.compare(ast.Eq(), OPTIONAL, NULL).value.sql == "(b IS NULL)"
    assert operators.compare(ast.Lt(), OPTIONAL, NULL) == operators.FALSE


def test_comparisons_are_never_null() -> None:
    for operator in (ast.Eq(), ast.NotEq(), ast.Gt(), ast.LtE()):
        assert not operators.compare(operator, OPTIONAL, OPTIONAL).nullable


def test_guids_have_no_order() -> None:
    operators.compare(ast.Eq(), GUID, GUID)
    with pytest.raises(ODataError, match="incompatible types"):
        operators.compare(ast.Gt(), GUID, GUID)


def test_types_are_checked() -> None:
    for attempt in (
        lambda: operators.compare(ast.Eq(), REQUIRED, GUID),
        lambda: operators.is_in(REQUIRED, [GUID]),
        lambda: operators.combine(ast.And(), [REQUIRED, operators.FALSE]),
        lambda: operators.negate_logically(REQUIRED),
        lambda: operators.negate(GUID),
    ):
        with pytest.raises(ODataError):
            attempt()
    assert operators.negate(NULL) is NULL


def test_many_operands_make_flat_groups() -> None:
    few = operators.combine(ast.Or(), [operators.FALSE] * 3).value.sql
    assert few == "(0 OR 0 OR 0)"
    many = operators.combine(ast.Or(), [operators.FALSE] * 1000).value.sql
    assert many.startswith("((0 OR 0")
    assert not many.startswith("(((")
    assert many.count("0") == 1000
