"""The columns of a table as a list with ticks, narrowed by a text; for thousands of them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from k2bench.content.columns import Column
from k2bench.ui.kit.row_delegate import DETAIL_ROLE
from k2bench.ui.response.table.model import NOWHERE, Index


class ColumnList(QAbstractListModel):
    """Columns from left to right.

    Args:
        columns: each with its index in the table.
        shown: the indices of those that are ticked.
    """

    def __init__(
        self,
        columns: list[tuple[int, Column]],
        shown: set[int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._all = columns
        self._rows = columns
        self.shown = set(shown)

    def narrow(self, text: str) -> None:
        """List those whose name holds a text."""
        wanted = text.strip().casefold()
        self.beginResetModel()
        self._rows = [each for each in self._all if wanted in each[1].name.casefold()]
        self.endResetModel()

    def tick_all(self, ticked: bool) -> None:
        """Tick, or clear, those listed."""
        listed = {column for column, _ in self._rows}
        self.shown = self.shown | listed if ticked else self.shown - listed
        if self._rows:
            last = self.index(len(self._rows) - 1)
            self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        kept = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | kept if index.isValid() else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        at, column = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name or "(no name)"
        if role == DETAIL_ROLE:
            return column.declared or column.type.value
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if at in self.shown else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        at = self._rows[index.row()][0]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.shown.add(at)
        else:
            self.shown.discard(at)
        self.dataChanged.emit(index, index, [role])
        return True


def toggled(model: ColumnList, index: QModelIndex) -> None:
    """Turn the tick of a column round."""
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
