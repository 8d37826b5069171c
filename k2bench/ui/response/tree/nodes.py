"""The rows of a response tree by their ids: made when they are shown, read when they are opened.

It knows nothing of Qt: `tree_model` tells the view of rows that come later.
"""

from k2bench.content.cell import CellKind
from k2bench.content.json_children import Child, Children
from k2bench.content.json_path import normalized_path
from k2bench.content.json_tree import SMALL, JsonTree
from k2bench.ui.response.tree.node import NONE, ROOT, TreeNode
from k2bench.ui.response.tree.words import READ, container_words, one_line, value_words

COUNTED = SMALL // 4  # bytes of a container whose children are counted when it is painted


class TreeNodes:
    """Every row that was asked for.

    Attributes:
        growing: the ids of those whose container is still being read.
    """

    def __init__(self, tree: JsonTree) -> None:
        place = tree.root_place()
        children = tree.children(place.start) if tree.is_container(place.start) else None
        self.growing = {ROOT}
        self._tree = tree
        self._nodes = [TreeNode(NONE, 0, place=place, children=children, is_opened=True)]

    def __getitem__(self, id_: int) -> TreeNode:
        return self._nodes[id_]

    def opened(self, id_: int) -> TreeNode:
        """A row whose rows below are known, if that takes no more than a moment."""
        node = self._nodes[id_]
        if node.is_opened:
            return node
        if not node.is_range and self.holds_any(node):
            place = self.place(node)
            node.children = self._children(place, SMALL) if place else None
            if node.children is None:
                return node
        node.is_opened = True
        node.size, node.rows, complete = node.measured()
        if not complete:
            self.growing.add(id_)
        return node

    def below(self, id_: int, row: int) -> int:
        """The id of a row, which is made if nobody has asked for it before."""
        node = self._nodes[id_]
        made = node.below.get(row)
        if made is None:
            made = node.below[row] = len(self._nodes)
            self._nodes.append(self._made(id_, row))
        return made

    def is_attached(self, id_: int) -> bool:
        """Whether a row is still a part of the tree."""
        while id_ != ROOT:
            node = self._nodes[id_]
            if self._nodes[node.parent].below.get(node.row) != id_:
                return False
            id_ = node.parent
        return True

    def holds_any(self, node: TreeNode) -> bool:
        """Whether a row stands for a container that is not empty."""
        place, tree = node.place, self._tree
        if place is None or not tree.is_container(place.start):
            return False
        return not tree.is_empty(place.start)

    def place(self, node: TreeNode) -> Child | None:
        """Where a value stands, its end too as soon as it is known."""
        if node.place is not None and not node.place.end:
            if node.parent == NONE:
                node.place = self._tree.root_place()
            else:
                children = self._nodes[node.parent].children
                node.place = children.child(node.first) if children else node.place
        return node.place

    def name(self, node: TreeNode) -> str:
        """What stands in the column of names."""
        if node.place is None:
            return f"[{node.first}..{node.stop - 1}]"
        name = self._tree.name(node.place)
        if name is not None:
            return one_line(name)
        return "$" if node.parent == NONE else str(node.first)

    def value(self, node: TreeNode) -> tuple[CellKind | None, str]:
        """What stands in the column of values, and its kind; None for a range."""
        place, tree = self.place(node), self._tree
        if place is None:
            return None, ""
        if not tree.is_container(place.start):
            raw = tree.raw(place, READ)
            return value_words(raw, tree.size(place) or len(raw))
        is_object = tree.raw(place, 1) == b"{"
        children = node.children or self._children(place, COUNTED)
        words = container_words(is_object, children, tree.size(place))
        return CellKind.OBJECT if is_object else CellKind.ARRAY, words

    def path(self, node: TreeNode) -> str:
        """The normalized path of a value; of a range that of its container."""
        steps: list[str | int] = []
        while node.parent != NONE:
            if node.place is not None:
                name = self._tree.name(node.place)
                steps.append(node.first if name is None else name)
            node = self._nodes[node.parent]
        return normalized_path(reversed(steps))

    def numbers(self, node: TreeNode) -> list[int]:
        """The child numbers that lead to a value; of a range to its first value."""
        numbers = [node.first] if node.is_range else []
        while node.parent != NONE:
            if not node.is_range:
                numbers.append(node.first)
            node = self._nodes[node.parent]
        return numbers[::-1]

    def text(self, node: TreeNode, most: int, as_json: bool) -> str | None:
        """The value of a row, or the values of a range, to be copied.

        Args:
            most: bytes of it at most; None is returned for more.
            as_json: a string with its quotes and escapes, as it was sent.
        """
        place = self.place(node)
        if place is None and node.children is not None:
            place = node.children.part(node.first, node.stop)
        if place is None or len(self._tree.raw(place, most + 1)) > most:
            return None
        if node.is_range:
            brackets = "{}" if node.children and node.children.is_object else "[]"
            return self._tree.json_text(place).join(brackets)
        return self._tree.json_text(place) if as_json else self._tree.value_text(place)

    def _children(self, place: Child, most: int) -> Children | None:
        """The children of a container if they are known, or found in a moment."""
        known = self._tree.known(place.start)
        if known is None and self._tree.extent(place) <= most:
            return self._tree.read_now(place.start)
        return known

    def _made(self, id_: int, row: int) -> TreeNode:
        node = self._nodes[id_]
        assert node.children is not None  # it has rows
        first, stop = node.part(row)
        if node.size > 1:
            return TreeNode(id_, row, first, stop, children=node.children)
        return TreeNode(id_, row, first, place=node.children.child(first))
