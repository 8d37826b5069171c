import pytest
from hypothesis import given, settings

from k2bench.apis.odata.expression import RuleName, Tree, parse, unparse, walk
from k2bench.apis.odata.expression.tree.nodes import Expression
from k2bench.apis.odata.expression.tree.options import Expand, OrderBy, Select
from k2bench.apis.odata.expression.tree.steps import KeySegment
from tests.apis.odata.expression.examples import valid
from tests.apis.odata.expression.writing import trees
from tests.apis.odata.grammar.sample import sample


@settings(max_examples=400)
@given(trees.expressions)
def test_any_expression_is_read_back_as_it_was(tree: Expression) -> None:
    assert parse("filter", unparse(tree)) == tree


@settings(max_examples=100)
@given(trees.orders)
def test_any_order_is_read_back_as_it_was(tree: OrderBy) -> None:
    assert parse("orderby", unparse(tree)) == tree


@settings(max_examples=100)
@given(trees.selects)
def test_any_selection_is_read_back_as_it_was(tree: Select) -> None:
    assert parse("select", unparse(tree)) == tree


@settings(max_examples=100)
@given(trees.expands)
def test_any_expansion_is_read_back_as_it_was(tree: Expand) -> None:
    assert parse("expand", unparse(tree)) == tree


@pytest.mark.parametrize(("rule", "text"), valid())
def test_the_written_form_is_stable(rule: RuleName, text: str) -> None:
    tree = parse(rule, text)
    written = unparse(tree)
    assert parse(rule, written) == tree
    assert unparse(parse(rule, written)) == written


def _is_plain(tree: Tree) -> bool:
    return all(node.is_plain for node in walk(tree) if isinstance(node, KeySegment))


def test_so_is_that_of_the_sample() -> None:
    """Wild keys are left out: writing may give one of their many readings another."""
    for case in sample():
        if case.position is None:
            tree = parse(case.rule, case.text)
            if _is_plain(tree):
                assert parse(case.rule, unparse(tree)) == tree, case.text


def test_depth_is_no_matter() -> None:
    text = "not " * 3000 + "a"
    assert unparse(parse("filter", text)) == text
