"""The Response pane: figures, problem, and the answer in tabs. Values in, intents out."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from k2bench.apis.view import View
from k2bench.core.problem import Note, Problem
from k2bench.core.response import ResponseSnapshot
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.labels import hairline
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.pages import page_names
from k2bench.ui.response.status_line import StatusLine
from k2bench.ui.response.tabs import ResponseTabs
from k2bench.ui.response.waiting import Waiting

PATIENCE = 250  # milliseconds for which the last answer stays while the next is under way
NOTHING_YET = ("send", "No answer yet", "Press Send, or Ctrl+Enter, and the answer comes here.")
CANCELLED = ("stop", "Cancelled", "Nothing that you typed is lost. Send it again when you like.")
NO_ANSWER = ("info", "No answer", "Nothing came back that could be shown.")


class ResponsePanel(QWidget):
    """Shows one answer, the wait for it, or why there is none."""

    cancel_requested = Signal()
    step_requested = Signal(object)  # NextStep
    shown = Signal()  # an answer is shown whole, or a problem is

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setAccessibleName("Response")
        self.line = StatusLine()
        self.banner = ProblemBanner()
        self.note = NoteStrip("Response note")
        self.remark = NoteStrip("Worth knowing", Tone.ACCENT)
        self.empty = EmptyState(*NOTHING_YET)
        self.waiting = Waiting()
        self.tabs = ResponseTabs()
        self._background = background
        self._source: BodySource | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(sizes().grid * 24)  # what is in it can be scrolled
        for page in (self.empty, self.waiting, self.tabs):
            self._stack.addWidget(page)
        self._around = QVBoxLayout()
        self._around.addWidget(self.banner)
        self._rule = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addLayout(self._around)
        column.addWidget(self.note)
        column.addWidget(self.remark)
        column.addWidget(self._rule)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._patience.timeout.connect(self._show_wait)
        self.waiting.cancel_requested.connect(self.cancel_requested)
        self.banner.step_requested.connect(self.step_requested)
        self.remark.step_requested.connect(self.step_requested)
        # queued, so that what changed has its place when others hear of it
        self.tabs.read.connect(self.shown, Qt.ConnectionType.QueuedConnection)
        self.banner.dismissed.connect(self._keep_distance)
        self.tabs.failed.connect(self._show_banner)
        self.tabs.rows_changed.connect(self._show_rows)

    def show_waiting(self) -> None:
        """A request went out. The last answer stays for a moment, so that nothing flickers."""
        self.waiting.start()
        self._patience.start()

    def show_progress(self, progress: Any) -> None:
        """So much has come: `progress.received` decoded bytes."""
        self.waiting.show_received(progress.received)

    def show_answer(
        self,
        snapshot: ResponseSnapshot,
        views: tuple[View, ...],
        problem: Problem | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        """Show an answer; `problem` says what is wrong with it, `notes` what is worth knowing."""
        self._reset()
        for note in notes:
            self.remark.show_note(note.text, note.next_step)
        self.line.show_snapshot(snapshot)
        self._show_figures(True)
        problem = problem or snapshot.problem
        if problem is not None:
            self._show_banner(problem)
        source = self._source = BodySource(snapshot, views, self._background)
        source.failed.connect(self._show_banner)
        source.ready.connect(lambda: self._begin(source))
        self.tabs.show_names(page_names(source))
        self._stack.setCurrentWidget(self.tabs)
        source.prepare()

    def show_problem(self, problem: Problem) -> None:
        """There is no answer, and this is why."""
        self._show_empty(NO_ANSWER)
        self._show_banner(problem)
        self.shown.emit()

    def show_cancelled(self) -> None:
        """The request was cancelled."""
        self._show_empty(CANCELLED)

    def clear(self) -> None:
        """Another request is shown; nothing was sent yet."""
        self._show_empty(NOTHING_YET)

    def status_text(self) -> str:
        """`200 OK`; empty when there is no answer."""
        return self.line.status.text()

    def rows_text(self) -> str:
        """`1,000 rows · more available`; empty when there are none."""
        return self.line.rows.text()

    def has_problem(self) -> bool:
        """Whether the banner is shown."""
        return not self.banner.isHidden()

    def _show_figures(self, shown: bool) -> None:
        self.line.setVisible(shown)
        self._rule.setVisible(shown)
        self._keep_distance()

    def _keep_distance(self) -> None:
        """Room around the banner, and none while it is hidden."""
        space = 0 if self.banner.isHidden() else sizes().grid * 3
        above = space if self.line.isHidden() else 0
        below = space if self.note.isHidden() else space // 3
        self._around.setContentsMargins(space, above, space, below)

    def _show_banner(self, problem: Problem) -> None:
        self.banner.show_problem(problem)
        self._keep_distance()

    def _show_empty(self, words: tuple[str, str, str]) -> None:
        self._reset()
        self.line.clear()
        self._show_figures(False)
        self.empty.show_words(*words)
        self._stack.setCurrentWidget(self.empty)

    def _show_wait(self) -> None:
        self._reset()
        self.line.clear()
        self._show_figures(False)
        self.waiting.start()
        self._stack.setCurrentWidget(self.waiting)

    def _reset(self) -> None:
        self._patience.stop()
        self.waiting.stop()
        self.banner.clear()
        self.note.show_note("")
        self.remark.show_note("")
        self.tabs.forget()
        if self._source is not None:
            self._source.drop()
            self._source = None

    def _begin(self, source: BodySource) -> None:
        if source is self._source:
            self.note.show_note("\n".join((*source.snapshot.notes, *source.notes)))
            self._keep_distance()
            self.tabs.show_source(source)

    def _show_rows(self) -> None:
        self.line.show_rows(self.tabs.rows_text())
        note = self.tabs.page_note()
        if note is not None:
            self.remark.show_note(note.text, note.next_step)
