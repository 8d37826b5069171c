"""What arithmetic computes is proved by test_translation.py; here is what goes together."""

from __future__ import annotations

import pytest
from odata_query import ast

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter.arithmetic import calculate
from k2bench.demo.odata.filter.expression import NULL, Expression, Kind

BY_KIND = {kind: Expression(kind, Clause("x"), nullable=False) for kind in Kind}


@pytest.mark.parametrize(
    ("operator", "left", "right", "result"),
    [
        (ast.Add(), Kind.INTEGER, Kind.INTEGER, Kind.INTEGER),
        (ast.Mult(), Kind.INTEGER, Kind.DECIMAL, Kind.DECIMAL),
        (ast.Sub(), Kind.DATE, Kind.DATE, Kind.DURATION),
        (ast.Add(), Kind.DATE, Kind.DURATION, Kind.DATE),
        (ast.Sub(), Kind.INSTANT, Kind.INSTANT, Kind.DURATION),
        (ast.Sub(), Kind.DURATION, Kind.DURATION, Kind.DURATION),
        (ast.Div(), Kind.STRING, Kind.NULL, Kind.NULL),
    ],
)
def test_kinds(operator: ast._BinOpToken, left: Kind, right: Kind, result: Kind) -> None:
    assert calculate(BY_KIND[left], [(operator, BY_KIND[right])]).kind is result


@pytest.mark.parametrize(
    ("operator", "left", "right"),
    [
        (ast.Add(), Kind.STRING, Kind.STRING),
        (ast.Add(), Kind.DATE, Kind.DATE),
        (ast.Add(), Kind.DURATION, Kind.DATE),
        (ast.Mult(), Kind.DURATION, Kind.INTEGER),
        (ast.Add(), Kind.INTEGER, Kind.BOOLEAN),
    ],
)
def test_what_does_not_go_together(operator: ast._BinOpToken, left: Kind, right: Kind) -> None:
    with pytest.raises(ODataError):
        calculate(BY_KIND[left], [(operator, BY_KIND[right])])


def test_null_gives_null() -> None:
    assert calculate(NULL, [(ast.Add(), BY_KIND[Kind.INTEGER])]) is NULL


def test_a_chain_of_numbers_is_one_call_until_decimals_join_it() -> None:
    one, half = BY_KIND[Kind.INTEGER], BY_KIND[Kind.DECIMAL]
    terms = [(ast.Add(), one), (ast.Sub(), one), (ast.Div(), half), (ast.Mod(), one)]
    result = calculate(one, terms)
    integers = "k2_integers(x, 'add', x, 'sub', x)"
    assert result.value.sql == f"k2_decimals({integers}, 'div', x, 'mod', x)"


def test_no_call_takes_more_arguments_than_sqlite_allows() -> None:
    one = BY_KIND[Kind.INTEGER]
    result = calculate(one, [(ast.Add(), one)] * 100)
    assert result.value.sql.count("k2_integers") == 3
