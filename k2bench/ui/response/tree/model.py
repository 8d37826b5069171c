"""A JSON tree as a Qt model. A row is made when it is shown, and read when it is opened."""

from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from k2bench.content.json_children import Child
from k2bench.content.json_tree import JsonTree
from k2bench.ui.kit.labels import plain_tip
from k2bench.ui.response.tree.node import NONE, ROOT, TreeNode
from k2bench.ui.response.tree.nodes import TreeNodes

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NAME, VALUE = 0, 1
HEADERS = ("Name", "Value")


class TreeRole(IntEnum):
    """What the delegate asks for."""

    KIND = Qt.ItemDataRole.UserRole + 1  # CellKind of the value, None for a range
    IS_KEY = Qt.ItemDataRole.UserRole + 2  # whether the name is a key


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    TreeRole.KIND,
    TreeRole.IS_KEY,
)


class TreeModel(QAbstractItemModel):
    """A window over a `JsonTree`.

    Small containers are read when they are opened; for large ones `read_requested` is emitted,
    and `grow` is to be called while and after they are read.
    """

    read_requested = Signal(object)  # int: the offset of a container

    def __init__(self, tree: JsonTree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = tree
        self._nodes = TreeNodes(tree)

    def grow(self) -> None:
        """Show what was found since the last time."""
        for id_ in list(self._nodes.growing):
            if not self._nodes.is_attached(id_) or self._sync(id_):
                self._nodes.growing.discard(id_)
        self._tell_changed(ROOT)

    def expandable(self, index: Index) -> bool:
        """Whether there is or may be anything below a row."""
        node = self._node(index)
        return node.is_range or self._nodes.holds_any(node)

    def is_range(self, index: Index) -> bool:
        """Whether a row stands for several children of a value."""
        return self._node(index).is_range

    def path_of(self, index: Index) -> str:
        """The normalized path of a value; of a range that of its container."""
        return self._nodes.path(self._node(index))

    def text_of(self, index: Index, most: int, as_json: bool) -> str | None:
        """The value of a row, to be copied: see `TreeNodes.text`."""
        return self._nodes.text(self._node(index), most, as_json)

    def place_of(self, index: Index) -> Child | None:
        """Where the value of a row stands in the body; None for a range."""
        return self._nodes.place(self._node(index))

    def numbers_of(self, index: Index) -> list[int]:
        """The child numbers that lead to a value; of a range to its first value."""
        return self._nodes.numbers(self._node(index))

    def index_of(self, path: list[int]) -> QModelIndex:
        """The row of the value to which child numbers lead, or of the nearest one that is read."""
        index = self.index(0, 0)
        for number in path:
            found = self._child_index(index, number)
            if not found.isValid():
                break
            index = found
        return index

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return 1
        return self._nodes.opened(parent.internalId()).rows if parent.column() == NAME else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(HEADERS)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        id_ = self._nodes.below(parent.internalId(), row) if parent.isValid() else ROOT
        return self.createIndex(row, column, id_)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self._node(index).parent
        return QModelIndex() if above == NONE else self._index(above)

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        if not parent.isValid():
            return True
        return parent.column() == NAME and self.expandable(parent)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a row stands for a large container that nobody has asked for yet."""
        return parent.isValid() and not self._nodes.opened(parent.internalId()).is_opened

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        id_, node = parent.internalId(), self._node(parent)
        place = self._nodes.place(node)
        assert place is not None  # ranges are open
        node.children = self.tree.children(place.start)
        node.is_opened = True
        self._nodes.growing.add(id_)
        self._sync(id_)
        if not node.children.is_begun:
            self.read_requested.emit(place.start)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        node = self._node(index)
        if role == TreeRole.IS_KEY:
            return node.place is not None and node.place.key != node.place.key_end
        if index.column() == NAME:
            kind, words = None, self._nodes.name(node)
        else:
            kind, words = self._nodes.value(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        return words if role == Qt.ItemDataRole.DisplayRole else kind

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section] if 0 <= section < len(HEADERS) else None
        return None

    def _child_index(self, index: QModelIndex, number: int) -> QModelIndex:
        """The row of a child, perhaps within ranges, which are opened on the way."""
        while True:
            self.fetchMore(index)
            node = self._nodes.opened(index.internalId())
            row = (number - (node.first if node.is_range else 0)) // node.size
            index = self.index(row, NAME, index)
            if not index.isValid() or not self.is_range(index):
                return index

    def _node(self, index: Index) -> TreeNode:
        return self._nodes[index.internalId()]

    def _index(self, id_: int, column: int = NAME) -> QModelIndex:
        return self.createIndex(self._nodes[id_].row, column, id_)

    def _sync(self, id_: int) -> bool:
        """Show as many rows below a row as there are now. Says whether there will be no more."""
        node = self._nodes[id_]
        size, rows, complete = node.measured()
        if size != node.size and node.rows:
            self._remove_rows(id_)
        node.size = size
        if rows > node.rows:
            last = node.rows - 1
            self.beginInsertRows(self._index(id_), node.rows, rows - 1)
            node.rows = rows
            self.endInsertRows()
            self._tell_changed(node.below.get(last))
        self._tell_changed(id_)
        return complete

    def _remove_rows(self, id_: int) -> None:
        node = self._nodes[id_]
        self.beginRemoveRows(self._index(id_), 0, node.rows - 1)
        node.rows = 0
        node.below.clear()
        self.endRemoveRows()

    def _tell_changed(self, id_: int | None) -> None:
        """The end of a value, or the number of its children, is known now."""
        if id_ is not None:
            shown = self._index(id_, VALUE)
            self.dataChanged.emit(shown, shown)
