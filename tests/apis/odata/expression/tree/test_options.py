from k2bench.apis.odata.expression.tree.nodes import Path
from k2bench.apis.odata.expression.tree.options import Direction, OrderItem, SelectItem
from k2bench.apis.odata.expression.tree.steps import Name


def test_items_stand_without_options() -> None:
    path = Path((Name("a"),))
    assert SelectItem(path).options == ()
    assert OrderItem(path).direction is None
    assert Direction("desc") is Direction.DESCENDING
