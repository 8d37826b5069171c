"""The table of an answer: a Qt table that measures and paints only what is on the screen."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background, first
from k2bench.ui.response.table.cell_delegate import CellDelegate, MarkOf
from k2bench.ui.response.table.frozen import FrozenColumns
from k2bench.ui.response.table.header import TableHeader
from k2bench.ui.response.table.model import Index, TableModel

NARROWEST, WIDEST = 14, 90  # in units of the grid
MEASURED_COLUMNS = 200  # further ones get the default width
MEASURED_ROWS = 40
_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResponseTable(QTableView):
    """Shows a `TableModel`; says what a person wants of a column or a cell."""

    sort_requested = Signal(int, bool)  # column, the largest first
    unsort_requested = Signal()
    copy_requested = Signal()
    cell_requested = Signal(QModelIndex)  # to be shown whole
    current_moved = Signal()
    cell_menu_requested = Signal(QModelIndex, QPoint)  # where on the screen
    column_menu_requested = Signal(int, QPoint)

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
        self.across = TableHeader(Qt.Orientation.Horizontal)
        self._down = TableHeader(Qt.Orientation.Vertical)
        self._background: Background | None = None
        self._model: TableModel | None = None
        self._none: QItemSelectionModel | None = None
        self._measured = 0
        self._sorted: tuple[int, bool] | None = None
        self._set_up_headers()
        self.frozen = FrozenColumns(self)
        self._set_up_actions()

    def _set_up_headers(self) -> None:
        across, down = self.across, self._down
        self.setHorizontalHeader(across)
        self.setVerticalHeader(down)
        across.setSectionsMovable(True)
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(sizes().grid * 8)
        across.setDefaultSectionSize(sizes().grid * 30)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._size_rows()

    def _set_up_actions(self) -> None:
        self.copy_action = QAction(icon("copy"), "Copy", self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy_requested)
        self.addAction(self.copy_action)
        self.doubleClicked.connect(self.cell_requested)
        self.frozen.doubleClicked.connect(self.cell_requested)
        self._cells.chip_clicked.connect(self.cell_requested)
        for header in (self.across, self.frozen.across):
            header.sectionClicked.connect(self._sort_by)
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.across.customContextMenuRequested.connect(
            lambda place: self._ask_column_menu(self.across, place)
        )
        self.frozen.across.customContextMenuRequested.connect(
            lambda place: self._ask_column_menu(self.frozen.across, place)
        )

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(sizes().row)
        self.horizontalHeader().setFixedHeight(sizes().row + 1)

    def ask_to_wait(self, background: Background) -> None:
        """Whom to ask to wait while the table is painted."""
        for part in (self.across, self._down, self.frozen, self.frozen.across):
            part.background = background
        self._background = background

    def show_model(self, model: TableModel | None) -> None:
        """Another table, or none."""
        old, self._model = self._model, model
        self._measured = 0
        self._sorted = None
        self._cells.current_row = -1
        self.frozen.freeze(0)
        self.setModel(model)
        self._spare_headers(model)
        if old is not None:
            old.deleteLater()
        if model is not None:
            model.rowsInserted.connect(self._grew)
            model.columnsInserted.connect(self._grew)
            model.modelReset.connect(self._forget_current)
            model.modelReset.connect(self._grew)
            self._grew()

    def _spare_headers(self, model: TableModel | None) -> None:
        """Give the headers a selection of their own, which stays empty.

        With the table's, Qt asks every row whether it is selected, for each section: with all of
        200,000 rows selected that takes 2 s.
        """
        old, self._none = self._none, QItemSelectionModel(model, self) if model else None
        for header in (self.across, self._down):
            if self._none is not None:
                header.setSelectionModel(self._none)
        if old is not None:
            old.deleteLater()

    def show_sorted(self, sorted_by: tuple[int, bool] | None) -> None:
        """By which column the rows are sorted now."""
        self._sorted = sorted_by

    def show_marks(self, mark_of: MarkOf | None) -> None:
        """Which cells were found; None: nothing is looked for."""
        self._cells.mark_of = mark_of
        self.viewport().update()
        self.frozen.viewport().update()

    def make_room(self, column: int) -> None:
        """Have a header wide enough for its name, the arrow and the mark of a filter."""
        name = self._model.columns[column].name if self._model is not None else ""
        metrics = QFontMetrics(self.horizontalHeader().font())
        needed = metrics.horizontalAdvance(name[:80] + " ↓") + sizes().grid * 8 + sizes().icon
        if self.columnWidth(column) < needed:
            self.setColumnWidth(column, needed)

    def measure_again(self) -> None:
        """Every column as wide as its first rows need it."""
        self._measured = 0
        self._measure_columns()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._cells.current_row = current.row()
        self.viewport().update()  # the whole row is tinted
        self.frozen.viewport().update()
        self.current_moved.emit()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        if not self.frozen.count or self.across.visualIndex(index.column()) < self.frozen.count:
            return
        covered = self.frozen.width() - self.visualRect(index).left()
        if covered > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - covered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.cell_requested.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        over = self.frozen.isVisible() and self.frozen.rect().contains(
            self.frozen.mapFromGlobal(place)
        )
        view = self.frozen if over else self
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = view.indexAt(view.viewport().mapFromGlobal(place))
        if index.isValid():
            self.cell_menu_requested.emit(index, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        with first(self._background):
            super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._cells.forget_look()
            self._size_rows()
            self._size_numbers()

    def _forget_current(self) -> None:
        self._cells.current_row = -1
        self.current_moved.emit()

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

    def _ask_column_menu(self, header: TableHeader, place: QPoint) -> None:
        column = header.logicalIndexAt(place)
        if column >= 0:
            self.column_menu_requested.emit(column, header.viewport().mapToGlobal(place))
