from k2bench.apis.odata.expression import parse, walk
from k2bench.apis.odata.expression.tree.nodes import Literal
from k2bench.apis.odata.expression.tree.steps import KeySegment, Name


def test_all_nodes_in_the_order_of_the_text() -> None:
    tree = parse("expand", "Items($filter=a/b eq 1 and c in (2,3);$select=d),E")
    names = [node.name for node in walk(tree) if isinstance(node, Name)]
    numbers = [node.text for node in walk(tree) if isinstance(node, Literal)]
    assert names == ["Items", "a", "b", "c", "d", "E"]
    assert numbers == ["1", "2", "3"]


def test_slips_that_the_grammar_lets_pass_can_be_found() -> None:
    tree = parse("filter", "Customer/Name)")
    assert [n for n in walk(tree) if isinstance(n, KeySegment) and not n.is_plain] == [
        KeySegment("Name)")
    ]


def test_depth_is_no_matter() -> None:
    assert sum(1 for _ in walk(parse("filter", "not " * 3000 + "a"))) == 3002
