import json

from k2bench.content.cell import CellKind
from k2bench.content.json_tree import JsonTree
from k2bench.ui.response.tree.node import ROOT
from k2bench.ui.response.tree.nodes import TreeNodes
from tests.content.samples import done

MOST = 1000


def nodes_of(text: bytes) -> TreeNodes:
    nodes = TreeNodes(done(JsonTree(text).read_all()))
    root = nodes[ROOT]
    root.size, root.rows, _ = root.measured()
    return nodes


def test_rows_have_names_values_and_paths() -> None:
    nodes = nodes_of(b'{"a":[1.10,{}],"b":null}')
    a = nodes.below(ROOT, 0)
    assert nodes.below(ROOT, 0) == a
    assert nodes.opened(a).rows == 2
    first, second = nodes[nodes.below(a, 0)], nodes[nodes.below(a, 1)]
    assert (nodes.name(first), nodes.value(first)) == ("0", (CellKind.NUMBER, "1.10"))
    assert nodes.path(first) == "$['a'][0]"
    assert nodes.holds_any(nodes[a])
    assert not nodes.holds_any(second)
    assert nodes.text(nodes[a], MOST, as_json=False) == "[1.10,{}]"
    assert nodes.text(nodes[a], 3, as_json=False) is None


def test_ranges() -> None:
    nodes = nodes_of(json.dumps(list(range(101))).encode())
    last = nodes.below(ROOT, 1)
    assert (nodes.name(nodes[last]), nodes.value(nodes[last])) == ("[100..100]", (None, ""))
    assert nodes.text(nodes[last], MOST, as_json=True) == "[100]"
    assert nodes.opened(last).rows == 1
    assert nodes.name(nodes[nodes.below(last, 0)]) == "100"


def test_a_row_that_was_taken_away() -> None:
    nodes = nodes_of(b"[[1]]")
    row = nodes.below(ROOT, 0)
    assert nodes.is_attached(row)
    nodes[ROOT].below.clear()
    assert not nodes.is_attached(row)
