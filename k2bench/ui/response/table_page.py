"""The page *Table*: the rows of an answer, filled while they are found, sorted and filtered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from k2bench.apis import kind_of
from k2bench.apis.view import TableView
from k2bench.content.arrangement import Arrangement, arrange
from k2bench.content.data import Order
from k2bench.content.table_reading import TableReading
from k2bench.core.problem import Note, Problem
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.response.background import Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page
from k2bench.ui.response.table_finder import TableFinder
from k2bench.ui.response.table_model import TableModel
from k2bench.ui.response.table_view import MOST_COPIED, ResponseTable
from k2bench.ui.response.wording import rows_words

GROWTH = 250  # milliseconds between two growths of the table: each paints it anew
TYPING = 200  # milliseconds without a key before a filter starts


class TablePage(Page):
    """Reads a body into a table on the work lane and shows it meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.view = ResponseTable()
        self.finder = self._finder = TableFinder(self.view)
        self.note = NoteStrip("Table note")
        self.tools = self.filter = SearchField("Filter rows")
        self.blank = EmptyState("table", "No rows in this answer")
        self.reading: TableReading | None = None
        self._source: BodySource | None = None
        self._model: TableModel | None = None
        self._wanted = Arrangement()
        self._reading_work: Work | None = None
        self._arranging: Work | None = None
        self._since_growth = QElapsedTimer()
        self._since_growth.start()
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._lay_out()
        self.filter.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self.filter_now)
        self.view.sort_requested.connect(self.sort)
        self.view.unsort_requested.connect(self.unsort)
        self.view.copy_refused.connect(self._refuse_copy)
        self.view.horizontalHeader().sectionMoved.connect(lambda *_: self.findable_changed.emit())

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)

    def show_source(self, source: BodySource) -> None:
        """Show the rows of another body."""
        self.stop()
        self._source = source
        self.view.ask_to_wait(source.background)
        self._wanted = Arrangement()
        self.filter.clear()
        self.filter.setEnabled(True)
        self._typing.stop()
        self.note.show_note("")
        self._show_table(None)
        self._finder.show_model(None)
        self._stack.setCurrentWidget(self.view)
        asked = next((v for v in source.views if isinstance(v, TableView)), TableView())
        reading = self.reading = TableReading(source.data, asked.member, asked.types)
        self._reading_work = source.background.start_steps(
            reading.read, success=self._done, failure=self._fail, progress=self._grew
        )

    def stop(self) -> None:
        """Let go of the body."""
        for work in (self._reading_work, self._arranging):
            if work is not None:
                work.drop()
        self._reading_work = self._arranging = None

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
        if self._wanted.filters and not self.is_reading:
            return f"{self.shown_count:,} of {self.count:,} rows"
        more = kind_of(self._source.snapshot).more(envelope) is not None
        return rows_words(self.count, total_of(envelope), more, self.is_reading)

    def page_note(self) -> Note | None:
        """That the rows are very likely not all there is; None while they are being found."""
        if self.is_reading or not self.count or self.reading is None or self._source is None:
            return None
        snapshot = self._source.snapshot
        kind = kind_of(snapshot)
        link = kind.more(self.reading.rows.envelope)
        return kind.page_note(snapshot, self.count, link)

    def sort(self, column: int, descending: bool) -> None:
        """Sort by a column of the model."""
        if self._model is not None:
            name = self._model.columns[column].name
            self._arrange(replace(self._wanted, sort_by=name, descending=descending))

    def unsort(self) -> None:
        """Show the rows as they were sent."""
        self._arrange(replace(self._wanted, sort_by=None, descending=False))

    def filter_now(self) -> None:
        """Filter by what stands in the field, without waiting for another key."""
        self._typing.stop()
        self._arrange(replace(self._wanted, text=self.filter.text()))

    def _arrange(self, wanted: Arrangement) -> None:
        """Show rows as wanted; once they are all there, if they are still being found."""
        if wanted == self._wanted and self._arranging is None:
            return
        self._wanted = wanted
        if self._arranging is not None:
            self._arranging.drop()
            self._arranging = None
        model, source = self._model, self._source
        if model is None or source is None or self.is_reading:
            return
        rows, names = model.table.rows, [column.name for column in model.columns]
        self._arranging = source.background.start_steps(
            lambda: arrange(rows, names, wanted),  # no widget: the lane may be the last to hold it
            success=self._arranged,
            failure=self._fail,
        )

    def _arranged(self, order: Order | None) -> None:
        self._arranging = None
        if self._model is None:
            return
        names = [column.name for column in self._model.columns]
        sorted_by = None
        if self._wanted.sort_by in names:
            sorted_by = (names.index(self._wanted.sort_by), self._wanted.descending)
        self._model.set_order(order, sorted_by)
        self.view.show_sorted(sorted_by)
        self.findable_changed.emit()
        self.rows_changed.emit()

    def _show_table(self, model: TableModel | None) -> None:
        self._model = model
        self.view.show_model(model)

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
        self._source.background.first_with_paint()
        if self._model is None or self._model.table is not table:
            self._show_table(TableModel(table, self))
        else:
            self._model.grow()
        self.rows_changed.emit()

    def _done(self, reading: TableReading) -> None:
        self._reading_work = None
        self._show_growth()
        self._explain(reading)
        self.rows_changed.emit()
        if self.count is None:
            self.empty.emit()
            return
        self._finder.show_model(self._model)
        self.findable_changed.emit()
        if self._wanted != Arrangement():
            wanted, self._wanted = self._wanted, Arrangement()
            self._arrange(wanted)
        self.read.emit()

    def _explain(self, reading: TableReading) -> None:
        flaw = reading.rows.flaw
        if self.count:
            note = f"{flaw}. These are the rows before it." if flaw else ""
            self.note.show_note(note)
            return
        self.filter.setEnabled(False)
        self._stack.setCurrentWidget(self.blank)
        if self.count == 0:
            self.blank.show_words("table", "The list is empty", "The answer holds no rows.")
        elif flaw:
            self.blank.show_words("warning", "This answer is not JSON", f"{flaw}.")
        else:
            hint = "There is no list of objects in it. Its text is under Pretty."
            self.blank.show_words("table", "No rows in this answer", hint)

    def _fail(self, problem: Problem) -> None:
        self._reading_work = self._arranging = None
        self.failed.emit(problem)

    def _refuse_copy(self) -> None:
        self.note.show_note(f"Select fewer cells to copy them: at most {MOST_COPIED:,}.")


def total_of(envelope: Mapping[str, Any]) -> int | None:
    """How many rows the server says there are in all; None when it does not say."""
    for name in ("@odata.count", "odata.count", "@count", "d.__count", "totalResults"):
        value = envelope.get(name)
        if isinstance(value, int | str) and str(value).isdecimal():
            return int(value)
    return None
