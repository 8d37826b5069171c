import pytest

from k2bench.apis.odata.expression import parse
from k2bench.apis.odata.expression.building.precedence import STRENGTH
from k2bench.apis.odata.expression.tree.nodes import Binary, Logic, Operator

OPERATORS = [op for op in Operator if op not in (Operator.HAS, Operator.IN)]


@pytest.mark.parametrize("first", OPERATORS)
@pytest.mark.parametrize("second", OPERATORS)
def test_the_stronger_takes_its_operands_first_and_equals_go_from_left_to_right(
    first: Operator, second: Operator
) -> None:
    left_first = STRENGTH[first] >= STRENGTH[second]
    grouped = f"(a {first} b) {second} c" if left_first else f"a {first} (b {second} c)"
    tree, expected = parse("filter", f"a {first} b {second} c"), parse("filter", grouped)
    if first is second and first in (Operator.AND, Operator.OR):
        assert isinstance(tree, Logic)
        assert len(tree.operands) == 3
    else:
        assert tree == expected


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("not a eq b", "(not a) eq b"),
        ("not a in (1)", "not (a in (1))"),
        ("not a has 'X' and b", "(not (a has 'X')) and b"),
        ("-a add b", "(-a) add b"),
        ("-a in (1) add b", "(-(a in (1))) add b"),
        ("a mul -b add c", "(a mul (-b)) add c"),
        ("a in b add c", "(a in b) add c"),
        ("a eq not not b", "a eq (not (not b))"),
        ("a add b in (1,2) eq c", "(a add (b in (1,2))) eq c"),
        ("a or b and c or d", "a or (b and c) or d"),
        ("a eq b gt c add d mul e", "a eq (b gt (c add (d mul e)))"),
    ],
)
def test_unary_operators_and_primary_ones(text: str, grouped: str) -> None:
    assert parse("filter", text) == parse("filter", grouped)


def test_and_holds_all_its_operands_but_keeps_groups() -> None:
    assert isinstance(flat := parse("filter", "a and b and c and d"), Logic)
    assert len(flat.operands) == 4
    assert isinstance(nested := parse("filter", "a and (b and c)"), Logic)
    assert len(nested.operands) == 2


def test_places_include_brackets() -> None:
    tree = parse("filter", "(a or b) eq (c)")
    assert isinstance(tree, Binary)
    assert (tree.start, tree.end) == (0, 15)
    assert (tree.left.start, tree.left.end) == (1, 7)
