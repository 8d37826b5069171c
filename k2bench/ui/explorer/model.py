"""The tree of nodes as an item model. Children are made when they are first looked at."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from k2bench.apis.catalogue import Node
from k2bench.ui.explorer.look import icon_of
from k2bench.ui.kit.row_delegate import DETAIL_ROLE

MARKS_ROLE = Qt.ItemDataRole.UserRole + 3  # tuple of (start, end) in the text
NODE_ROLE = Qt.ItemDataRole.UserRole + 4

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Path: TypeAlias = tuple[str, ...]
"""The names on the way to a node, the service first. It is the same after a refresh."""

ROOT = 0
_NOWHERE = QModelIndex()


@dataclass(slots=True)
class _Line:
    """A node in the tree; `children` are numbers of lines, None until they are made."""

    node: Node | None
    parent: int
    row: int
    children: list[int] | None = None


class ExplorerModel(QAbstractItemModel):
    """One column; an index carries the number of its line."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._plant(())

    def show_roots(self, roots: tuple[Node, ...]) -> None:
        """Another tree."""
        self.beginResetModel()
        self._plant(roots)
        self.endResetModel()

    def node(self, index: Index) -> Node | None:
        """What an index stands for; None for an invalid one."""
        return self._lines[index.internalId()].node if index.isValid() else None

    def path(self, index: Index) -> Path:
        """How a node is found again."""
        names: list[str] = []
        number = index.internalId() if index.isValid() else ROOT
        while number != ROOT:
            line = self._lines[number]
            names.append(_name(line.node))
            number = line.parent
        return tuple(reversed(names))

    def find(self, path: Path) -> QModelIndex:
        """The node at a path, or the last one on the way that is still there."""
        found = QModelIndex()
        for name in path:
            if self.canFetchMore(found):
                self.fetchMore(found)
            rows = range(self.rowCount(found))
            below = (self.index(row, 0, found) for row in rows)
            step = next((each for each in below if _name(self.node(each)) == name), None)
            if step is None:
                break
            found = step
        return found

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._lines[self._number(parent)].children or ())

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        line = self._lines[self._number(parent)]
        if line.children is not None:
            return bool(line.children)
        return line.node is not None and line.node.load is not None

    def canFetchMore(self, parent: Index) -> bool:
        line = self._lines[self._number(parent)]
        return line.children is None and line.node is not None and line.node.load is not None

    def fetchMore(self, parent: Index) -> None:
        number = self._number(parent)
        line = self._lines[number]
        if line.node is None or line.children is not None:
            return
        nodes = line.node.children()
        if not nodes:
            line.children = []
            return
        self.beginInsertRows(parent, 0, len(nodes) - 1)
        line.children = self._add(nodes, number)
        self.endInsertRows()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._lines[self._number(parent)].children or ()
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        number = self._lines[index.internalId()].parent
        if number == ROOT:
            return QModelIndex()
        return self.createIndex(self._lines[number].row, 0, number)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        return None if node is None else _data(node, role)

    def _number(self, index: Index) -> int:
        return int(index.internalId()) if index.isValid() else ROOT

    def _plant(self, roots: tuple[Node, ...]) -> None:
        self._lines = [_Line(None, ROOT, 0)]
        self._lines[ROOT].children = self._add(roots, ROOT)

    def _add(self, nodes: tuple[Node, ...], parent: int) -> list[int]:
        first = len(self._lines)
        self._lines += [_Line(node, parent, row) for row, node in enumerate(nodes)]
        return list(range(first, len(self._lines)))


def _data(node: Node, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return node.name
        case Qt.ItemDataRole.DecorationRole:
            return icon_of(node.kind)
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (node.name, node.kind.value, node.detail)))
        case Qt.ItemDataRole.AccessibleDescriptionRole:
            return node.tip
        case _ if role == DETAIL_ROLE:
            return node.detail
        case _ if role == MARKS_ROLE:
            return node.marks
        case _ if role == NODE_ROLE:
            return node
    return None


def _name(node: Node | None) -> str:
    return "" if node is None else f"{node.kind} {node.name}"
