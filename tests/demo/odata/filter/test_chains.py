from __future__ import annotations

from odata_query import ast

from k2bench.demo.odata.filter.chains import arithmetic_terms, continues, operands
from k2bench.demo.odata.filter.parsing import parse_filter


def test_operands_of_one_operator_in_the_order_of_the_text() -> None:
    tree = parse_filter("A or (B or C and D) or (E or F)")
    assert isinstance(tree, ast.BoolOp)
    parts = operands(tree)
    assert [part.name for part in parts if isinstance(part, ast.Identifier)] == [*"ABEF"]
    assert isinstance(parts[2], ast.BoolOp)


def test_terms_of_arithmetic_from_left_to_right() -> None:
    tree = parse_filter("A sub 1 add (B sub 2) eq 3")
    assert isinstance(tree, ast.Compare)
    assert isinstance(tree.left, ast.BinOp)
    first, terms = arithmetic_terms(tree.left)
    assert first == ast.Identifier("A")
    assert [type(operator) for operator, _ in terms] == [ast.Sub, ast.Add]
    assert isinstance(terms[1][1], ast.BinOp)


def test_only_a_link_of_the_same_chain_adds_no_depth() -> None:
    tree = parse_filter("A or B or C and D")
    assert isinstance(tree, ast.BoolOp)
    assert continues(tree, tree.left)
    assert not continues(tree, tree.right)
    negation = parse_filter("not not A")
    assert isinstance(negation, ast.UnaryOp)
    assert continues(negation, negation.operand)
