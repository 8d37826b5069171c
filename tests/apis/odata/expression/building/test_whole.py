from k2bench.apis.odata.expression.building.whole import build_tree
from k2bench.apis.odata.expression.engine.derivation import Event
from k2bench.apis.odata.expression.tree.nodes import Path
from k2bench.apis.odata.expression.tree.options import OrderBy, OrderItem
from k2bench.apis.odata.expression.tree.steps import Name

EVENTS = [
    Event("orderItem", True, 0),
    Event("expr", True, 0),
    Event("path", True, 0),
    Event("name", True, 0),
    Event("name", False, 2),
    Event("path", False, 2),
    Event("expr", False, 2),
    Event("orderItem", False, 2),
]


def test_a_tree_grows_from_its_leaves() -> None:
    tree = build_tree("orderby", "ab", EVENTS)
    assert tree == OrderBy((OrderItem(Path((Name("ab"),))),))
    assert build_tree("filter", "ab", EVENTS[1:-1]) == Path((Name("ab"),))
