"""The rows of a table of names and values: some fixed, the person's own, one empty row to type in.

Does not know what the pairs are for, nor checks them.
"""

from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QIcon

from k2bench.core.request import Pair
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.tones import colours_of

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_EMPTY = Pair("", "")


class Column(IntEnum):
    """The columns, left to right."""

    ENABLED = 0
    NAME = 1
    VALUE = 2
    DELETE = 3


_TITLES = {Column.ENABLED: "", Column.NAME: "Name", Column.VALUE: "Value", Column.DELETE: ""}
_SPOKEN = {Column.ENABLED: "Enabled", Column.DELETE: "Delete"}


class PairModel(QAbstractTableModel):
    """Editable pairs; `edited` tells of changes by hand only."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fixed: tuple[Pair, ...] = ()
        self._pairs: list[Pair] = []
        self._icons: dict[str, QIcon] = {name: icon(name) for name in ("close", "lock")}

    def pairs(self) -> tuple[Pair, ...]:
        """The person's own rows that are not empty."""
        return tuple(pair for pair in self._pairs if pair.name or pair.value)

    def set_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Other rows of the person's own."""
        self.beginResetModel()
        self._pairs = list(pairs)
        self.endResetModel()

    def set_fixed(self, pairs: tuple[Pair, ...]) -> None:
        """Rows at the top that come by themselves and cannot be edited here."""
        if pairs != self._fixed:
            self.beginResetModel()
            self._fixed = pairs
            self.endResetModel()

    def remove(self, row: int) -> None:
        """Take a row of the person's own away; other rows stay."""
        if not self._owns(row):
            return
        self.beginRemoveRows(_ROOT, row, row)
        del self._pairs[row - len(self._fixed)]
        self.endRemoveRows()
        self.edited.emit()

    def is_new(self, row: int) -> bool:
        """Whether this is the empty row at the end."""
        return row == len(self._fixed) + len(self._pairs)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._fixed) + len(self._pairs) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.row() < len(self._fixed):
            return flags
        if index.column() in (Column.NAME, Column.VALUE):
            return flags | Qt.ItemFlag.ItemIsEditable
        if index.column() == Column.ENABLED and self._owns(index.row()):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _SPOKEN.get(column, _TITLES[column])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pair, column = self._pair(index.row()), Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return {Column.NAME: pair.name, Column.VALUE: pair.value}.get(column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.ENABLED:
            return self._check_state(index.row())
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row(), column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(pair, column)
        if role == Qt.ItemDataRole.ForegroundRole and not (self._active(index.row())):
            return QColor(colours_of(QGuiApplication.palette()).dim)
        if role == Qt.ItemDataRole.ToolTipRole and index.row() < len(self._fixed):
            return "Added when the request is sent"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        old, column = self._pair(index.row()), Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and self._owns(index.row()):
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            new = Pair(old.name, old.value, on)
        elif role == Qt.ItemDataRole.EditRole and column is Column.NAME:
            new = Pair(str(value), old.value, old.enabled)
        elif role == Qt.ItemDataRole.EditRole and column is Column.VALUE:
            new = Pair(old.name, str(value), old.enabled)
        else:
            return False
        if new != old:
            self._put(index.row(), new)
        return True

    def _put(self, row: int, pair: Pair) -> None:
        place = row - len(self._fixed)
        if place == len(self._pairs):  # the empty row: what was typed becomes a row above it
            self.beginInsertRows(_ROOT, row, row)
            self._pairs.append(pair)
            self.endInsertRows()
        else:
            self._pairs[place] = pair
            self.dataChanged.emit(self.index(row, 0), self.index(row, Column.DELETE))
        self.edited.emit()

    def _owns(self, row: int) -> bool:
        return 0 <= row - len(self._fixed) < len(self._pairs)

    def _active(self, row: int) -> bool:
        return self._owns(row) and self._pair(row).enabled

    def _pair(self, row: int) -> Pair:
        if row < len(self._fixed):
            return self._fixed[row]
        return self._pairs[row - len(self._fixed)] if self._owns(row) else _EMPTY

    def _check_state(self, row: int) -> Qt.CheckState | None:
        if not self._owns(row):
            return None
        return Qt.CheckState.Checked if self._pair(row).enabled else Qt.CheckState.Unchecked

    def _picture(self, row: int, column: Column) -> QIcon | None:
        if column is Column.DELETE and self._owns(row):
            return self._icons["close"]
        if column is Column.ENABLED and row < len(self._fixed):
            return self._icons["lock"]
        return None

    def _spoken(self, pair: Pair, column: Column) -> str:
        if column in (Column.NAME, Column.VALUE):
            return pair.name if column is Column.NAME else pair.value
        return f"{_SPOKEN[column]} {pair.name}".strip()
