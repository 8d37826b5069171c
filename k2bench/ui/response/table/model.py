"""Rows of a body as a Qt model. It holds no rows: a cell is decoded when it is painted."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from k2bench.content.cell import Cell, CellKind
from k2bench.content.columns import Column, ColumnType
from k2bench.content.data import Order
from k2bench.content.table import Table
from k2bench.ui.kit.icons import icon
from k2bench.ui.response.table.local_time import local_time

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MOST_ROWS = 2**31 - 2  # Qt counts in int
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SPOKEN = {CellKind.MISSING: "missing", CellKind.NULL: "null"}


class CellRole(IntEnum):
    """What the delegate asks for."""

    CELL = Qt.ItemDataRole.UserRole + 1
    COLUMN = Qt.ItemDataRole.UserRole + 2


class TableModel(QAbstractTableModel):
    """A window over a `Table` that may still grow.

    Rows and columns appear when `grow` is called, on the GUI thread, not when they are found.
    """

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._order: Order | None = None
        self._rows = min(table.rows.count, MOST_ROWS)
        self._columns: tuple[Column, ...] = table.columns
        self._sorted: tuple[int, bool] | None = None
        self._filters: dict[str, str] = {}

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        return self._columns

    @property
    def order(self) -> Order | None:
        """Which rows are shown in which order; None: all, as sent."""
        return self._order

    def grow(self) -> None:
        """Show what the table has got since the last time."""
        columns = self.table.columns
        if len(columns) > len(self._columns):
            self.beginInsertColumns(NOWHERE, len(self._columns), len(columns) - 1)
            self._columns = columns
            self.endInsertColumns()
        elif columns is not self._columns:
            self._columns = columns
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            if self._rows:
                last = self.index(self._rows - 1, len(columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        rows = min(self.table.rows.count, MOST_ROWS)
        if self._order is None and rows > self._rows:
            self.beginInsertRows(NOWHERE, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def follow(self, table: Table) -> bool:
        """Show `table`, which may be of a longer part of the same answer, in place: selection,
        columns and view stay.

        False when that is not possible (yet): it holds less than what is shown.
        """
        names = [column.name for column in self._columns]
        if (
            table.rows.count < self.table.rows.count
            or [column.name for column in table.columns[: len(names)]] != names
        ):
            return False
        self.table = table
        self.grow()
        return True

    def set_order(self, order: Order | None, sorted_by: tuple[int, bool] | None = None) -> None:
        """Show other rows, or the same in another order.

        Args:
            order: row numbers; None for all, as sent.
            sorted_by: the column they are sorted by, and whether the largest is first.
        """
        self.beginResetModel()
        self._order = order
        self._rows = min(self.table.rows.count if order is None else len(order), MOST_ROWS)
        self._sorted = sorted_by
        self.endResetModel()

    def show_filters(self, filters: Mapping[str, str]) -> None:
        """Mark columns that are filtered; `filters` says in words how, by name."""
        changed = self._filters != filters
        self._filters = dict(filters)
        if changed and self._columns:
            last = len(self._columns) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def source_row(self, row: int) -> int:
        """The number of a shown row in the body."""
        return row if self._order is None else self._order[row]

    def cell(self, row: int, column: int) -> Cell:
        """What a shown cell holds."""
        return self.table.cell(self.source_row(row), column)

    def text(self, row: int, column: int) -> str:
        """The whole text of a shown cell; empty for null."""
        return self.table.text(self.source_row(row), self._columns[column].name)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == CellRole.COLUMN:
            return self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[index.column()].type is ColumnType.NUMBER else _LEFT
        if role not in _CELL_ROLES:
            return None
        cell = self.cell(index.row(), index.column())
        if role == CellRole.CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index, cell)
        return _SPOKEN.get(cell.kind) or cell.text or "empty"

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return f"{section + 1:,}" if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name + self._arrow(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.type is ColumnType.NUMBER else _LEFT
        if role == Qt.ItemDataRole.DecorationRole and column.name in self._filters:
            return icon("filter", "accent")
        if role == Qt.ItemDataRole.ToolTipRole:
            words = (
                column.name,
                column.declared or column.type.value,
                self._filters.get(column.name),
            )
            return "\n".join(filter(None, words))
        return None

    def _arrow(self, section: int) -> str:
        if self._sorted is None or self._sorted[0] != section:
            return ""
        return " ↓" if self._sorted[1] else " ↑"

    def _tip(self, index: Index, cell: Cell) -> str | None:
        name = self._columns[index.column()].name
        raw = self.table.value(self.source_row(index.row()), name)
        if cell.is_nested and raw is not None:
            return raw[:600].decode("utf-8", "replace") + ("…" if len(raw) > 600 else "")
        if cell.kind is CellKind.STRING:
            return local_time(cell.text) or (cell.text[:600] if len(cell.text) > 30 else None)
        return _SPOKEN.get(cell.kind)


_CELL_ROLES = {
    CellRole.CELL,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
}
