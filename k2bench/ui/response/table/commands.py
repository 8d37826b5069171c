"""What the menus of the table do: to columns, to cells, to the clipboard."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from k2bench.content.column_filter import ColumnFilter
from k2bench.content.columns import ColumnType
from k2bench.content.copy_format import CopyFormat
from k2bench.content.copying import MOST_TEXT, copied
from k2bench.core.problem import Problem
from k2bench.ui.response.background import Work
from k2bench.ui.response.cell_query import CellQuery
from k2bench.ui.response.table.columns_dialog import ColumnsDialog
from k2bench.ui.response.table.menus import (
    QUERY_MENU,
    CellCommand,
    ColumnState,
    Command,
    QueryCommand,
    fill_cell_menu,
    fill_column_menu,
    fill_query_menu,
)
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.selection import selected_cells
from k2bench.ui.response.table.summary_dialog import SummaryDialog
from k2bench.workbench.table_layouts import TableLayout

if TYPE_CHECKING:
    from k2bench.ui.response.table.page import TablePage

MOST_COPIED = 1_000_000  # cells


class TableCommands(QObject):
    """Acts on a `TablePage`."""

    copied = Signal(int)  # characters
    refused = Signal(str)  # why nothing was copied
    failed = Signal(object)  # Problem

    def __init__(self, page: "TablePage") -> None:
        super().__init__(page)
        self._page = page
        self._copying: Work | None = None
        self.menu = QMenu(page.view)
        self._column: dict[Command, Callable[[int], None]] = {
            Command.SORT_UP: lambda column: page.sort(column, False),
            Command.SORT_DOWN: lambda column: page.sort(column, True),
            Command.UNSORT: lambda _: page.unsort(),
            Command.FILTER: lambda column: page.strip.edit(self._name(column)),
            Command.UNFILTER: lambda column: page.clear_filters(self._name(column)),
            Command.HIDE: page.columns.hide,
            Command.SHOW_ALL: lambda _: page.columns.show_all(),
            Command.CHOOSE: lambda _: self._choose_columns(),
            Command.FREEZE: page.columns.freeze,
            Command.UNFREEZE: lambda _: page.columns.freeze(-1),
            Command.RESET: lambda _: page.columns.reset(),
            Command.SUMMARIZE: self._summarize,
            Command.COPY_NAME: lambda c: QGuiApplication.clipboard().setText(self._name(c)),
        }

    def do(self, command: Command, column: int) -> None:
        """Do it to a column of the model."""
        if self._model is not None and 0 <= column < self._model.columnCount():
            self._column[command](column)

    def fill_columns_menu(self) -> None:
        """The menu of the button *Columns* is about the current column."""
        column = self._page.view.currentIndex().column()
        shown = self._page.columns.shown()
        if column not in shown and shown:
            column = shown[0]
        menu = self._page.tools.menu
        fill_column_menu(menu, self._state(column), lambda command: self.do(command, column))
        if column >= 0:
            name = " ".join(self._name(column).split())[:40]
            first = menu.actions()[0]
            title = QAction(f"Column {name}", menu)  # a style sheet shows no titles of sections
            title.setEnabled(False)
            menu.insertAction(first, title)
            menu.insertSeparator(first)

    def ask_column(self, column: int, place: QPoint) -> None:
        """Open the menu of a column."""
        self.column_menu(column).popup(place)

    def ask_cell(self, index: QModelIndex, place: QPoint) -> None:
        """Open the menu of a cell."""
        self.cell_menu(index).popup(place)

    def column_menu(self, column: int) -> QMenu:
        """The menu of a column."""
        fill_column_menu(self.menu, self._state(column), lambda command: self.do(command, column))
        return self.menu

    def cell_menu(self, index: QModelIndex) -> QMenu:
        """The menu of a cell."""
        copy = self._page.view.copy_action
        column = index.column()
        inner = fill_cell_menu(self.menu, copy, partial(self._do_cell, index), self.copy)
        fill_column_menu(inner, self._state(column), lambda command: self.do(command, column))
        self._offer_query(index)
        return self.menu

    def copy(self, form: CopyFormat = CopyFormat.TSV) -> None:
        """Copy what is selected; `copied` or `refused` follows."""
        model, background = self._model, self._page.background
        if model is None or background is None:
            return
        cells = selected_cells(self._page.view)
        if cells.count > MOST_COPIED:
            self.refused.emit(f"Select fewer cells to copy them: at most {MOST_COPIED:,}.")
        elif cells.count:
            self.stop()
            rows = model.table.rows
            self._copying = background.start_steps(
                lambda: copied(rows, cells.names, cells.bands, form),
                success=self._put,
                failure=self._fail,
            )

    def stop(self) -> None:
        """Copy no further."""
        if self._copying is not None:
            self._copying.drop()
            self._copying = None

    @property
    def _model(self) -> TableModel | None:
        model = self._page.view.model()
        return model if isinstance(model, TableModel) else None

    def _name(self, column: int) -> str:
        return self._model.columns[column].name if self._model is not None else ""

    def _state(self, column: int) -> ColumnState:
        page, shown = self._page, self._page.columns.shown()
        wanted = page.arranger.wanted
        name = self._name(column) if column >= 0 else ""
        return ColumnState(
            is_sorted=wanted.sort_by is not None,
            is_filtered=any(each.column == name for each in wanted.by_column),
            has_hidden=bool(page.columns.hidden()),
            is_only_one=len(shown) <= 1,
            is_frozen=bool(page.view.frozen.count),
            is_last=shown[-1:] == [column],
            is_laid_out=page.columns.layout != TableLayout(),
        )

    def _do_cell(self, index: QModelIndex, command: CellCommand) -> None:
        model = self._model
        if model is None or not index.isValid():
            return
        if command is CellCommand.SHOW:
            self._page.show_cell(index)
            return
        name = self._name(index.column())
        value = model.table.value(model.source_row(index.row()), name) or b""
        excluded = command is CellCommand.EXCLUDE
        self._page.add_filter(ColumnFilter(name, value=value, excluded=excluded))

    def _offer_query(self, index: QModelIndex) -> None:
        """What the request could ask, where it asked for the rows of a known set."""
        model, types = self._model, self._page.declared_types()
        if model is None or types is None:
            return
        ordered = model.columns[index.column()].type in (ColumnType.NUMBER, ColumnType.TIME)
        menu = QMenu(QUERY_MENU, self.menu)
        self.menu.insertMenu(self.menu.actions()[-1], menu)
        fill_query_menu(menu, ordered, partial(self._query, index, types))

    def _query(self, index: QModelIndex, types: Mapping[str, str], command: QueryCommand) -> None:
        model = self._model
        if model is None or not index.isValid():
            return
        name = self._name(index.column())
        value = model.table.value(model.source_row(index.row()), name) or b"null"
        raw = value.decode("utf-8", "replace")
        self._page.query_requested.emit(CellQuery(name, types.get(name), raw, command.value))

    def _choose_columns(self) -> None:
        model, page = self._model, self._page
        if model is None:
            return
        header = page.view.across
        order = map(header.logicalIndex, range(header.count()))
        columns = [(column, model.columns[column]) for column in order]
        dialog = ColumnsDialog(columns, set(page.columns.shown()), page.window())
        dialog.chosen.connect(page.columns.show_only)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _summarize(self, column: int) -> None:
        page, model, background = self._page, self._model, self._page.background
        if model is None or background is None:
            return
        dialog = SummaryDialog(model.columns[column], page.rows_text(), page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.stopped.connect(dialog.stop)
        page.first_with_paint()
        dialog.show()
        dialog.start(background, model.table.rows, model.order)

    def _put(self, text: str | None) -> None:
        self._copying = None
        if text is None:
            most = f"{MOST_TEXT // 1_000_000} million characters"
            self.refused.emit(f"Select fewer cells to copy them: at most {most}.")
        else:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(text))

    def _fail(self, problem: Problem) -> None:
        self._copying = None
        self.failed.emit(problem)
