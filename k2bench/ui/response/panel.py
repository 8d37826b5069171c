"""The Response pane: figures, problem, and the answer in tabs. Values in, intents out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from k2bench.apis.view import View
from k2bench.content.data import Data
from k2bench.core.problem import Note, Problem
from k2bench.core.response import ResponseBody, ResponseSnapshot
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.labels import hairline
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.filtered_view import FilteredView
from k2bench.ui.response.find import Find
from k2bench.ui.response.find_bar import FindBar
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.pages import page_names
from k2bench.ui.response.path_bar import PathBar
from k2bench.ui.response.status_line import StatusLine
from k2bench.ui.response.tabs import ResponseTabs
from k2bench.ui.response.transfer_strip import TransferStrip
from k2bench.ui.response.waiting import Waiting
from k2bench.ui.response.wording import arriving_words, short_size
from k2bench.workbench.progress import Preview, Progress

if TYPE_CHECKING:
    from k2bench.workbench.table_layouts import TableLayouts

PATIENCE = 250  # milliseconds for which the last answer stays while the next is under way
NOTHING_YET = ("send", "No answer yet", "Press Send, or Ctrl+Enter, and the answer comes here.")
CANCELLED = ("stop", "Cancelled", "Nothing that you typed is lost. Send it again when you like.")
PART_ONLY = "Cancelled after {}. This is only the part of the answer that had come by then."
NO_ANSWER = ("info", "No answer", "Nothing came back that could be shown.")


class ResponsePanel(QWidget):
    """Shows one answer, the wait for it, or why there is none."""

    cancel_requested = Signal()
    save_requested = Signal()
    copy_requested = Signal()
    step_requested = Signal(object)  # NextStep
    query_requested = Signal(object)  # CellQuery
    reset = Signal()  # the answer is no longer shown
    shown = Signal()  # an answer is shown whole, or a problem is
    _read = Signal()

    def __init__(self, background: Background, layouts: "TableLayouts | None" = None) -> None:
        super().__init__()
        self.setAccessibleName("Response")
        self.line = StatusLine()
        self.banner = ProblemBanner()
        self.note = NoteStrip("Response note")
        self.remark = NoteStrip("Worth knowing", Tone.ACCENT)
        self.empty = EmptyState(*NOTHING_YET)
        self.waiting = Waiting()
        self.arriving = TransferStrip("Arriving answer", "Cancel")
        self.saving = TransferStrip("Saving the body", "Cancel Saving")
        self.told = NoteStrip("Body", Tone.ACCENT)
        self.save = IconButton("save", "Save Body...")
        self.copy = IconButton("copy", "Copy Body")
        self.tabs = ResponseTabs()
        self.filtered: FilteredView | None = None  # shown instead of the tabs
        self.path_bar = PathBar()
        self._background = background
        self.find_bar = FindBar()
        self.finding = Find(self.find_bar, self._background)
        self._layouts = layouts
        self._source: BodySource | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(sizes().grid * 31)  # what is in it can be scrolled
        for page in (self.empty, self.waiting, self.tabs):
            self._stack.addWidget(page)
        self._around = QVBoxLayout()
        self._around.addWidget(self.banner)
        self._rule = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.arriving)
        column.addWidget(self.saving)
        column.addLayout(self._around)
        column.addWidget(self.note)
        column.addWidget(self.remark)
        column.addWidget(self.told)
        self.line.add_widget(self.copy)
        self.line.add_widget(self.save)
        column.addWidget(self._rule)
        column.addWidget(self.find_bar)
        column.addWidget(self.path_bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._patience.timeout.connect(self._show_wait)
        self.tabs.query_requested.connect(self.query_requested)
        self.waiting.cancel_requested.connect(self.cancel_requested)
        self.arriving.cancel_requested.connect(self.cancel_requested)
        self.banner.step_requested.connect(self.step_requested)
        self.remark.step_requested.connect(self.step_requested)
        # queued, so that what changed has its place when others hear of it
        self.save.clicked.connect(self.save_requested)
        self.copy.clicked.connect(self.copy_requested)
        self._read.connect(self.shown, Qt.ConnectionType.QueuedConnection)
        self.tabs.read.connect(self._tell_read)
        self.banner.dismissed.connect(self._keep_distance)
        self.tabs.failed.connect(self._show_banner)
        self.tabs.rows_changed.connect(self._show_rows)
        self.tabs.page_shown.connect(self.finding.show_page)
        self.find_bar.path_requested.connect(self.open_path)

    def show_waiting(self) -> None:
        """A request went out. The last answer stays for a moment, so that nothing flickers."""
        self._arrived()
        self.waiting.start()
        self._patience.start()

    def show_progress(self, progress: Progress) -> None:
        """So much has come."""
        self.waiting.show_received(progress.received)
        if self._is_arriving:
            self._background.first_with_paint()
            words = arriving_words(progress.received, progress.total)
            self.arriving.show_transfer(words, progress.received, progress.total)

    def show_preview(self, preview: Preview) -> None:
        """Show what has come of an answer while the rest is on its way."""
        self._background.first_with_paint()
        if self.arriving.isHidden():  # before the table, which would move down and be painted twice
            received, total = len(preview.snapshot.body), preview.total
            self.arriving.show_transfer(arriving_words(received, total), received, total)
        self._show(preview.snapshot, preview.views, (), arriving=True)

    def show_answer(
        self,
        snapshot: ResponseSnapshot,
        views: tuple[View, ...],
        problem: Problem | None = None,
        notes: tuple[Note, ...] = (),
    ) -> None:
        """Show an answer; `problem` says what is wrong with it, `notes` what is worth knowing."""
        self._show(snapshot, views, notes)
        problem = problem or snapshot.problem
        if problem is not None:
            self._show_banner(problem)

    def show_problem(self, problem: Problem) -> None:
        """There is no answer, and this is why."""
        self._show_empty(NO_ANSWER)
        self._show_banner(problem)
        self.shown.emit()

    def show_cancelled(self) -> None:
        """The request was cancelled; what had come of its answer stays."""
        source = self._source
        if source is None or not source.arriving:
            self._show_empty(CANCELLED)
            return
        self._arrived()
        self._show_buttons()
        self._show_notes(source)
        self._show_rows()
        self.shown.emit()

    def clear(self) -> None:
        """Another request is shown; nothing was sent yet."""
        self._show_empty(NOTHING_YET)

    def snapshot(self) -> ResponseSnapshot | None:
        """The answer shown, if it has a body and nothing more of that comes."""
        source = self._source
        if source is None or source.arriving or not len(source.snapshot.body):
            return None
        return source.snapshot

    def data(self) -> Data | None:
        """The body shown as UTF-8; None while there is none."""
        return self._source.data if self._source is not None and self._source.is_ready else None

    def show_saved(self, words: str) -> None:
        """What became of the body that was to be saved or copied."""
        self.told.show_note(words)

    def show_trouble(self, problem: Problem) -> None:
        """Something did not work, and the answer stays."""
        self._show_banner(problem)

    def open_find(self) -> None:
        """*Find in Response*."""
        self.path_bar.close_bar()
        self.finding.open()

    def open_path(self) -> None:
        """*Filter by JSONPath*."""
        self.find_bar.close_bar()
        self.path_bar.open()

    def show_filtered(self, body: ResponseBody, query: str, count: int) -> None:
        """Show `count` values that `query` selected: a JSON array, in the same views."""
        self.show_all()
        self.path_bar.show_count(count)
        if self._source is None or not count:
            return
        words = f"Filtered by {query} · {count:,} {'result' if count == 1 else 'results'}"
        view = FilteredView(self._source.snapshot, body, words, self._background)
        view.show_all_requested.connect(self.show_all)
        view.tabs.failed.connect(self._show_banner)
        view.tabs.page_shown.connect(self.finding.show_page)
        view.tabs.rows_changed.connect(self._show_rows)
        self.filtered = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.begin()

    def show_all(self) -> None:
        """Show the answer as it was before it was filtered; nothing is read again."""
        view, self.filtered = self.filtered, None
        if view is None:
            return
        view.tabs.page_shown.disconnect(self.finding.show_page)
        view.stop()
        self.path_bar.clear_words()
        self._stack.setCurrentWidget(self.tabs)
        self._stack.removeWidget(view)
        view.deleteLater()
        self.finding.show_page(self.tabs.current_page())
        self._show_rows()

    def status_text(self) -> str:
        """`200 OK`; empty when there is no answer."""
        return self.line.status.text()

    def rows_text(self) -> str:
        """`1,000 rows · more available`; empty when there are none."""
        return self.line.rows.text()

    def has_problem(self) -> bool:
        """Whether the banner is shown."""
        return not self.banner.isHidden()

    @property
    def _is_arriving(self) -> bool:
        return self._source is not None and self._source.arriving

    def _arrived(self) -> None:
        """Nothing more comes of the answer shown."""
        self.arriving.stop()
        if self._source is not None:
            self._source.arriving = False

    def _show(
        self,
        snapshot: ResponseSnapshot,
        views: tuple[View, ...],
        notes: tuple[Note, ...],
        arriving: bool = False,
    ) -> None:
        before = self._source if self._is_arriving else None
        self._reset()
        for note in notes:
            self.remark.show_note(note.text, note.next_step)
        self.line.show_snapshot(snapshot)
        self._show_figures(True)
        source = BodySource(snapshot, views, self._background, self._layouts, before, arriving)
        self._source = source
        source.failed.connect(self._show_banner)
        source.ready.connect(lambda: self._begin(source))
        source.noted.connect(lambda: self._show_notes(source))
        self.tabs.show_names(page_names(source), stay=before is not None and arriving)
        self._stack.setCurrentWidget(self.tabs)
        source.prepare()
        if not arriving:
            self.arriving.stop()
        self._show_buttons()

    def _show_buttons(self) -> None:
        ready = self.snapshot() is not None
        self.save.setEnabled(ready)
        self.copy.setEnabled(ready)

    def _show_notes(self, source: BodySource) -> None:
        body, cut = source.snapshot.body, ""
        if not body.complete and not source.arriving and source.snapshot.problem is None:
            cut = PART_ONLY.format(short_size(len(body)))
        self.note.show_note("\n".join(filter(None, (cut, *source.snapshot.notes, *source.notes))))
        self._keep_distance()

    def _tell_read(self) -> None:
        if not self._is_arriving:
            self._read.emit()
            if self._source is not None:
                self._source.check()

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
        self.arriving.stop()
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
        self.told.show_note("")
        self.reset.emit()
        self.show_all()
        self.path_bar.clear_words()
        self.tabs.forget()
        if self._source is not None:
            self._source.drop()
            self._source = None

    def _begin(self, source: BodySource) -> None:
        if source is self._source:
            self._show_notes(source)
            self.tabs.show_source(source)

    def _show_rows(self) -> None:
        if self.filtered is not None:
            self.line.show_rows(self.filtered.tabs.rows_text())
            return
        self.line.show_rows(self.tabs.rows_text())
        note = self.tabs.page_note()
        if note is not None:
            self.remark.show_note(note.text, note.next_step)
