"""The page *Table*: the rows of an answer, filled while they are found, sorted and filtered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from k2bench.apis import kind_of
from k2bench.content.arrangement import Arrangement
from k2bench.content.column_filter import ColumnFilter
from k2bench.content.table_reading import TableReading
from k2bench.core.problem import Note, Problem
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.response.background import Background, Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page
from k2bench.ui.response.table.arranger import Arranger
from k2bench.ui.response.table.cell_detail import CellDetail
from k2bench.ui.response.table.columns import TableColumns
from k2bench.ui.response.table.commands import TableCommands
from k2bench.ui.response.table.filter_strip import FilterStrip
from k2bench.ui.response.table.finder import TableFinder
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.tools import TableTools
from k2bench.ui.response.table.view import ResponseTable
from k2bench.ui.response.wording import rows_words
from k2bench.workbench.table_layouts import TableLayouts, table_key

GROWTH = 250  # milliseconds between two growths of the table: each paints it anew
TYPING = 200  # milliseconds without a key before a filter starts


class TablePage(Page):
    """Reads a body into a table on the work lane and shows it meanwhile."""

    stopped = Signal()  # the answer is no longer shown
    tools: TableTools

    def __init__(self) -> None:
        super().__init__()
        self.view = ResponseTable()
        self.columns = TableColumns(self.view)
        self.finder = self._finder = TableFinder(self.view)
        self.note = NoteStrip("Table note")
        self.strip = FilterStrip()
        self.detail = CellDetail()
        self.tools = TableTools()
        self.filter = self.tools.filter
        self.blank = EmptyState("table", "No rows in this answer")
        self.arranger = Arranger()
        self.commands = TableCommands(self)
        self.reading: TableReading | None = None
        self._source: BodySource | None = None
        self._shown_array = ""
        self._is_kept = False  # the rows shown are those of a shorter part of the answer
        self._model: TableModel | None = None
        self._layouts = TableLayouts()
        self._url, self._member = "", ""  # of the answer, and of the array chosen in it
        self._reading_work: Work | None = None
        self._since_growth = QElapsedTimer()
        self._since_growth.start()
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.blank)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._stack)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.strip)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        view, commands = self.view, self.commands
        self.filter.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self.filter_now)
        view.sort_requested.connect(self.sort)
        view.unsort_requested.connect(self.unsort)
        view.copy_requested.connect(commands.copy)
        view.cell_requested.connect(self.show_cell)
        view.current_moved.connect(self._follow_current)
        view.cell_menu_requested.connect(commands.ask_cell)
        view.column_menu_requested.connect(commands.ask_column)
        self.columns.changed.connect(self._remember)
        self.columns.changed.connect(self.findable_changed)
        self.tools.menu.aboutToShow.connect(commands.fill_columns_menu)
        self.tools.array_chosen.connect(self._switch)
        self.strip.text_changed.connect(
            lambda name, text: self.add_filter(ColumnFilter(name, text))
        )
        self.strip.remove_requested.connect(
            lambda each: self.arranger.want(self.arranger.wanted.without_filter(each))
        )
        self.strip.clear_requested.connect(self.clear_filters)
        self.strip.left.connect(self._take_focus)
        self.arranger.wanted_changed.connect(self._show_wanted)
        self.arranger.arranged.connect(self._show_arranged)
        self.detail.closed.connect(self.close_detail)
        commands.refused.connect(self.note.show_note)
        for part in (self.arranger, self.detail, commands):
            part.failed.connect(self.failed)

    def show_source(self, source: BodySource) -> None:
        """Show the rows of another body; those of the same entity set as the last ones were."""
        self.stop()
        goes_on = self._is_kept = source.continues(self._source)
        self._source = source
        self.view.ask_to_wait(source.background)
        self._layouts = source.layouts or self._layouts
        if not goes_on:
            self._start_anew(source.snapshot.sent.url)
        told = source.table_view
        reading = self.reading = TableReading(source.data, told.member, told.types, self._member)
        self._reading_work = source.background.start_steps(
            reading.read, success=self._done, failure=self._fail, progress=self._grew
        )

    def _start_anew(self, url: str) -> None:
        if table_key(url) != table_key(self._url):
            self._member = ""
            self._forget_wanted()
        self._url = url
        self.tools.show_usable(True)
        self.tools.show_arrays((), 0)
        self.note.show_note("")
        self._show_table(None)
        self._stack.setCurrentWidget(self.view)

    def stop(self) -> None:
        """Let go of the body."""
        if self._reading_work is not None:
            self._reading_work.drop()
            self._reading_work = None
        self.arranger.stop()
        self.commands.stop()
        self.detail.stop()
        self.stopped.emit()

    @property
    def background(self) -> Background | None:
        """Where work for the answer shown is done."""
        return self._source.background if self._source is not None else None

    def first_with_paint(self) -> None:
        """Let the lane wait until what changes now has been painted."""
        if self._source is not None:
            self._source.background.first_with_paint()

    @property
    def is_reading(self) -> bool:
        """Whether rows are still being found."""
        return self._reading_work is not None

    @property
    def count(self) -> int | None:
        """Rows found; None when the answer has none to show."""
        return None if self._model is None else self._model.table.rows.count

    @property
    def shown_count(self) -> int:
        """Rows shown: fewer than found when a filter is on."""
        return 0 if self._model is None else self._model.rowCount()

    def rows_text(self) -> str:
        """How many rows there are, and whether the server has more."""
        if self.count is None or self.reading is None or self._source is None:
            return ""
        envelope = self.reading.rows.envelope
        if self.arranger.wanted.filters and not self.is_reading:
            return f"{self.shown_count:,} of {self.count:,} rows"
        more = kind_of(self._source.snapshot).more(envelope) is not None
        so_far = self.is_reading or self._source.arriving
        return rows_words(self.count, total_of(envelope), more, so_far)

    def page_note(self) -> Note | None:
        """That the rows are very likely not all there is; None while they are being found."""
        if self.is_reading or not self.count or self.reading is None or self._source is None:
            return None
        if self._source.arriving:
            return None
        snapshot = self._source.snapshot
        kind = kind_of(snapshot)
        link = kind.more(self.reading.rows.envelope)
        return kind.page_note(snapshot, self.count, link)

    def sort(self, column: int, descending: bool) -> None:
        """Sort by a column of the model."""
        if self._model is not None:
            name = self._model.columns[column].name
            self.arranger.want(replace(self.arranger.wanted, sort_by=name, descending=descending))

    def unsort(self) -> None:
        """Show the rows as they were sent."""
        self.arranger.want(replace(self.arranger.wanted, sort_by=None, descending=False))

    def filter_now(self) -> None:
        """Filter by what stands in the field, without waiting for another key."""
        self._typing.stop()
        self.arranger.want(replace(self.arranger.wanted, text=self.filter.text()))

    def add_filter(self, each: ColumnFilter) -> None:
        """Filter by a column, too."""
        self.arranger.want(self.arranger.wanted.with_filter(each))

    def clear_filters(self, column: str | None = None) -> None:
        """Take the filters of a column away; of all columns when it is None."""
        self.strip.close_field()
        self.arranger.want(self.arranger.wanted.without_column_filters(column or None))

    def declared_types(self) -> Mapping[str, str] | None:
        """Types by column, if the rows are those of an entity set that is known."""
        array = self.reading.array if self.reading is not None else None
        told = self._source.table_view if self._source is not None else None
        known = array is not None and told is not None and array.name == told.member
        return (told.types or None) if told is not None and known else None

    def show_cell(self, index: QModelIndex) -> None:
        """Open the pane with a cell whole; it goes with the current cell from then on."""
        self.first_with_paint()
        if self.detail.isHidden():
            self.detail.show()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        else:
            self._follow_current()

    def close_detail(self) -> None:
        """Close the pane."""
        self.detail.stop()
        self.detail.hide()
        self._take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.detail.isHidden():
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def _follow_current(self) -> None:
        if self.detail.isHidden():
            return
        index, model = self.view.currentIndex(), self._model
        if model is None or not index.isValid() or self.background is None:
            self.detail.clear()
            return
        self.first_with_paint()
        row, column = model.source_row(index.row()), model.columns[index.column()]
        self.detail.show_cell(self.background, model.table.rows, row, column)

    def _take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_wanted(self) -> None:
        self.strip.close_field()
        self.filter.clear()
        self._typing.stop()
        self.arranger.want(Arrangement())

    def _show_wanted(self) -> None:
        """Say by which columns it is filtered, over the table and in its header."""
        wanted = self.arranger.wanted.by_column
        self.first_with_paint()
        self.strip.show_filters(wanted)
        # Laid out now: while the lane works, each of many small calls would wait for it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if self._model is not None:
            words: dict[str, list[str]] = {}
            for each in wanted:
                words.setdefault(each.column, []).append(each.words())
            self._model.show_filters({name: "\n".join(all_) for name, all_ in words.items()})
            for at, column in enumerate(self._model.columns if words else ()):
                if column.name in words and not self.view.isColumnHidden(at):
                    self.view.make_room(at)

    def _show_arranged(self) -> None:
        self.view.show_sorted(self.arranger.sorted_by)
        self.findable_changed.emit()
        self.rows_changed.emit()

    def _show_table(self, model: TableModel | None) -> None:
        self._model = model
        self._finder.show_model(None)
        self.view.show_model(model)
        if model is not None:
            self._stack.setCurrentWidget(self.view)
            self.tools.show_usable(True)
        self.columns.use(self._layouts.get(self._key()))
        self._follow_current()

    def _key(self) -> str:
        return table_key(self._url, self._member)

    def _remember(self) -> None:
        self._layouts.put(self._key(), self.columns.layout)

    def _switch(self, place: int) -> None:
        """Show another array of the same body."""
        reading, source = self.reading, self._source
        if reading is None or source is None or self.is_reading:
            return
        array = reading.rows.arrays[place]
        if array is reading.array:
            return
        self.arranger.stop()
        self._member = array.name
        self._forget_wanted()
        self._reading_work = source.background.start_steps(
            lambda: reading.switch(array), success=self._done, failure=self._fail
        )

    def _grew(self, _: object) -> None:
        """More rows are found: show the first at once, then a few times a second."""
        if self._model is None or self._since_growth.hasExpired(GROWTH):
            self._show_growth()
        else:
            self.rows_changed.emit()

    def _show_growth(self) -> None:
        self._since_growth.restart()
        table = self.reading.table if self.reading is not None else None
        if table is None or self._source is None:
            return
        self.first_with_paint()
        found = self.reading.array if self.reading is not None else None
        name = found.name if found is not None else ""
        if self._model is not None and name == self._shown_array and self._model.follow(table):
            self.columns.grew()
        elif self._model is None or not (self.is_reading and self._is_kept):
            self._shown_array = name
            self._show_table(TableModel(table, self))
            self._show_wanted()
        self.rows_changed.emit()

    def _done(self, reading: TableReading) -> None:
        self._reading_work = None
        self._show_growth()
        self._explain(reading)
        self._offer_arrays(reading)
        self.rows_changed.emit()
        if self._model is None or self._source is None:
            self.empty.emit()
            return
        self._finder.show_model(self._model)
        self.findable_changed.emit()
        self.arranger.begin(self._source.background, self._model)
        self.read.emit()

    def _offer_arrays(self, reading: TableReading) -> None:
        arrays = reading.rows.arrays
        at = next((i for i, array in enumerate(arrays) if array is reading.array), 0)
        self.tools.show_arrays([(array.name, array.count) for array in arrays], at)

    def _explain(self, reading: TableReading) -> None:
        arriving = self._source is not None and self._source.arriving
        flaw = None if arriving else reading.rows.flaw  # of course it ends early
        if self.count:
            note = f"{flaw}. These are the rows before it." if flaw else ""
            self.note.show_note(note)
            return
        self.tools.show_usable(False)
        self._stack.setCurrentWidget(self.blank)
        if arriving:
            hint = "The rest of the answer is on its way."
            self.blank.show_words("table", "No rows so far", hint)
        elif self.count == 0:
            self.blank.show_words("table", "The list is empty", "The answer holds no rows.")
        elif flaw:
            self.blank.show_words("warning", "This answer is not JSON", f"{flaw}.")
        else:
            hint = "There is no list of objects in it. Its text is under Pretty."
            self.blank.show_words("table", "No rows in this answer", hint)

    def _fail(self, problem: Problem) -> None:
        self._reading_work = None
        self.failed.emit(problem)


def total_of(envelope: Mapping[str, Any]) -> int | None:
    """How many rows the server says there are in all; None when it does not say."""
    for name in ("@odata.count", "odata.count", "@count", "d.__count", "totalResults"):
        value = envelope.get(name)
        if isinstance(value, int | str) and str(value).isdecimal():
            return int(value)
    return None
