from k2bench.content.json_children import Child, Children
from k2bench.content.json_members import at_once
from k2bench.ui.response.tree.node import NONE, ROOT, TreeNode


def test_the_children_that_a_row_stands_for() -> None:
    children = Children(b"[" + b"1," * 249 + b"1]", 0)
    at_once(children.read())
    value = TreeNode(NONE, 0, place=Child(0, 0, 0), children=children, size=100)
    assert not value.is_range
    assert [value.part(row) for row in range(3)] == [(0, 100), (100, 200), (200, 250)]
    part = TreeNode(ROOT, 2, 200, 250, children=children)
    assert part.is_range
    assert part.part(49) == (249, 250)


def test_only_full_ranges_while_children_are_found() -> None:
    children = Children(b"[" + b"1," * 20_000 + b"1]", 0)
    next(children.read())
    value = TreeNode(NONE, 0, place=Child(0, 0, 0), children=children)
    found = children.count
    assert value.measured() == (100, found // 100, False)
    assert TreeNode(ROOT, 0, 0, 100, children=children).measured() == (1, 100, True)
    assert TreeNode(NONE, 0, place=Child(0, 0, 0)).measured() == (1, 0, True)
