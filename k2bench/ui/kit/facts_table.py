"""A table to read: a few rows of text, broken where they are long, nothing cut off."""

import re
from collections.abc import Iterable, Sequence
from itertools import product

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from k2bench.ui.kit.row_delegate import show_found
from k2bench.ui.kit.tones import sizes

_JOINTS = re.compile(r"(?<=[/._:,;&=?+@-])(?=[^\s/])|(?<=[^\s/._:,;&=?+@-]{24})(?=\S)")
_BREAK = "\u200b"  # zero width: a line may be broken here


class FactsTable(QTableWidget):
    """The last column takes the room that is left; copying gives lines with tabs."""

    def __init__(self, name: str, titles: Sequence[str], widths: Sequence[int] = ()) -> None:
        """`widths` of the columns but the last, in units of the grid; else by their contents."""
        super().__init__(0, len(titles))
        self._widths = tuple(widths)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(titles))
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # else nobody leaves the table by keyboard
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._lay_out()

    def show_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Other rows."""
        texts = tuple(rows)
        self.setRowCount(len(texts))
        for at, row in enumerate(texts):
            for column, text in enumerate(row):
                self.setItem(at, column, QTableWidgetItem(text))

    def cells(self) -> list[QModelIndex]:
        """Every cell, row by row."""
        places = product(range(self.rowCount()), range(self.columnCount()))
        return [self.model().index(row, column) for row, column in places]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            lines = ("\t".join(self._texts(row)) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()  # the zoom may be another

    def _texts(self, row: int) -> list[str]:
        items = (self.item(row, column) for column in range(self.columnCount()))
        return [item.text() if item is not None else "" for item in items]

    def _lay_out(self) -> None:
        header, down = self.horizontalHeader(), self.verticalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in enumerate(self._widths):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width * sizes().grid)
        header.setSectionResizeMode(self.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(sizes().row)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


class _Delegate(QStyledItemDelegate):
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        # Qt breaks lines between words only, and cuts a URL that is longer than its column
        option.text = _JOINTS.sub(_BREAK, option.text)
        show_found(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
