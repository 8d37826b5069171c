"""The table of an answer: a Qt table that measures and paints only what is on the screen."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background
from k2bench.ui.response.cell_delegate import CellDelegate
from k2bench.ui.response.table_header import TableHeader
from k2bench.ui.response.table_model import Index, TableModel

NARROWEST, WIDEST = 14, 90  # in units of the grid
MEASURED_COLUMNS = 200  # further ones get the default width
MEASURED_ROWS = 40
_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
MOST_COPIED = 100_000  # cells


class ResponseTable(QTableView):
    """Shows a `TableModel`; says which column is to be sorted by."""

    sort_requested = Signal(int, bool)  # column, the largest first
    unsort_requested = Signal()
    copy_refused = Signal()  # more than MOST_COPIED cells

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Response table")
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # else nobody leaves the table by keyboard
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(True)
        self._across = TableHeader(Qt.Orientation.Horizontal)
        self._down = TableHeader(Qt.Orientation.Vertical)
        self._background: Background | None = None
        self._model: TableModel | None = None
        self._measured = 0
        self._sorted: tuple[int, bool] | None = None
        self._copy = QAction(icon("copy"), "Copy", self)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        across, down = self._across, self._down
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        across.setSectionsMovable(True)
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(sizes().grid * 8)
        across.setDefaultSectionSize(sizes().grid * 30)
        across.sectionClicked.connect(self._sort_by)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._size_rows()

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(sizes().row)
        self.horizontalHeader().setFixedHeight(sizes().row + 1)

    def ask_to_wait(self, background: Background) -> None:
        """Whom to ask to wait while the table is painted."""
        self._background = self._across.background = self._down.background = background

    def show_model(self, model: TableModel | None) -> None:
        """Another table, or none."""
        old, self._model = self._model, model
        self._measured = 0
        self._sorted = None
        self._cells.current_row = -1
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        if model is not None:
            model.rowsInserted.connect(self._grew)
            model.columnsInserted.connect(self._grew)
            model.modelReset.connect(self._forget_current)
            model.modelReset.connect(self._grew)
            self._grew()

    def show_sorted(self, sorted_by: tuple[int, bool] | None) -> None:
        """By which column the rows are sorted now."""
        self._sorted = sorted_by

    def copy(self) -> None:
        """Copy the selected cells, tabs between columns and a line a row."""
        if self._model is None:
            return
        # PySide's stubs do not say that a selection is a sequence
        parts = cast(Iterable[QItemSelectionRange], self.selectionModel().selection())
        cells = [
            (row, column)
            for part in parts
            for row in range(part.top(), min(part.bottom(), part.top() + MOST_COPIED) + 1)
            for column in range(part.left(), part.right() + 1)
        ]
        if len(cells) > MOST_COPIED:
            self.copy_refused.emit()
        elif cells:
            QGuiApplication.clipboard().setText(_as_lines(self._model, cells))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._cells.current_row = current.row()
        self.viewport().update()  # the whole row is tinted

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._background is None:
            super().paintEvent(event)
        else:
            with self._background.first():
                super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._cells.forget_look()
            self._size_rows()
            self._size_numbers()

    def _forget_current(self) -> None:
        self._cells.current_row = -1

    def _grew(self) -> None:
        self._measure_columns()
        self._size_numbers()

    def _size_numbers(self) -> None:
        """The column of row numbers, wide enough for the last one."""
        if self._model is not None:
            digits = f"{max(self._model.rowCount(), 100):,}"
            width = self.verticalHeader().fontMetrics().horizontalAdvance(digits)
            self.verticalHeader().setFixedWidth(width + sizes().grid * 4)

    def _measure_columns(self) -> None:
        """Widths of new columns, by their first rows."""
        model = self._model
        if model is None or not model.rowCount():
            return
        last = min(model.columnCount(), MEASURED_COLUMNS)
        header = QFontMetrics(self.horizontalHeader().font())
        for column in range(self._measured, last):
            self.setColumnWidth(column, self._width_of(model, column, header))
        self._measured = max(self._measured, last)

    def _width_of(self, model: TableModel, column: int, header: QFontMetrics) -> int:
        grid, kind = sizes().grid, model.columns[column]
        cells = [model.cell(row, column) for row in range(min(model.rowCount(), MEASURED_ROWS))]
        longest = sorted(cells, key=lambda cell: len(cell.text))[-2:]  # the others are narrower
        widths = [self._cells.width_of(cell, kind.type, self.font()) for cell in longest]
        width = max(*widths, header.horizontalAdvance(kind.name[:80] + " ↓") + grid * 5)
        return min(max(width, NARROWEST * grid), WIDEST * grid)

    def _sort_by(self, column: int) -> None:
        """A click on a header: upwards, downwards, as sent."""
        if self._sorted is None or self._sorted[0] != column:
            self.sort_requested.emit(column, False)
        elif not self._sorted[1]:
            self.sort_requested.emit(column, True)
        else:
            self.unsort_requested.emit()


def _as_lines(model: TableModel, cells: list[tuple[int, int]]) -> str:
    rows: dict[int, list[int]] = {}
    for row, column in cells:
        rows.setdefault(row, []).append(column)
    return "\n".join(
        "\t".join(_one_cell(model.text(row, column)) for column in sorted(rows[row]))
        for row in sorted(rows)
    )


def _one_cell(text: str) -> str:
    """A text that spreadsheets take as one cell."""
    if any(c in text for c in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text
