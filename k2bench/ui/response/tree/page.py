"""The page *Tree*: a JSON body to be opened level by level, read on the work lane."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from k2bench.content.json_tree import JsonTree
from k2bench.core.problem import Problem
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.response.background import MakeSteps, Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page
from k2bench.ui.response.tree.expansion import MOST
from k2bench.ui.response.tree.finder import TreeFinder
from k2bench.ui.response.tree.model import TreeModel
from k2bench.ui.response.tree.tools import TreeTools
from k2bench.ui.response.tree.view import MOST_COPIED, ResponseTree
from k2bench.ui.response.wording import short_size

GROWTH = 250  # milliseconds between two growths of the tree: each paints it anew


class TreePage(Page):
    """Reads a body into a tree on the work lane and shows it meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.view = ResponseTree()
        self.note = NoteStrip("Tree note")
        self.blank = EmptyState("tree", "Nothing to show")
        self.finder = self._finder = TreeFinder(self.view)
        self.tree: JsonTree | None = None
        self.tools = self.levels = TreeTools()
        self._model: TreeModel | None = None
        self._source: BodySource | None = None
        self._works: list[Work] = []
        self._level = 0  # to be opened once the body was read
        self._since_growth = QElapsedTimer()
        self._since_growth.start()
        self._lay_out()
        self.levels.level_requested.connect(self.expand_to)
        self.levels.collapse_requested.connect(self.view.collapse_all)
        self.view.copy_refused.connect(self._refuse_copy)
        self.view.expansion.finished.connect(self._tell_bound)

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
        """Show the tree of another body; of a longer part of the same once it was read."""
        self.stop()
        goes_on = source.continues(self._source) and self._model is not None
        self._source, self._level = source, 0
        self.view.ask_to_wait(source.background)
        self.note.show_note("")
        self._finder.show_tree(None)
        tree = self.tree = JsonTree(source.data)
        model = self._model = TreeModel(tree, self.view)
        model.read_requested.connect(self._read)
        self._stack.setCurrentWidget(self.view)
        if not goes_on:
            self.view.show_model(model)
        self._start(tree.read_all)

    def stop(self) -> None:
        """Let go of the body."""
        self.view.expansion.stop()
        for work in self._works:
            work.drop()
        self._works = []

    @property
    def is_reading(self) -> bool:
        """Whether the outermost value is still being read."""
        return self.tree is not None and not self.tree.is_complete

    def expand_to(self, level: int) -> None:
        """Open so many levels; once the body was read, if it is still being read."""
        if self.is_reading:
            self._level = level
        else:
            self.view.expand_to(level)

    def _read(self, at: int) -> None:
        tree = self.tree
        if tree is not None:
            self._start(lambda: tree.read(at))

    def _start(self, make: MakeSteps) -> None:
        if self._source is not None:
            self._works.append(
                self._source.background.start_steps(
                    make, success=self._done, failure=self._fail, progress=self._grew
                )
            )

    def _grew(self, _: object) -> None:
        """More was found: show the first at once, then a few times a second."""
        if self._model is not None and (
            self._since_growth.hasExpired(GROWTH)
            or not self._model.rowCount(self._model.index(0, 0))
        ):
            self._show_growth()

    def _show_growth(self) -> None:
        if self._model is not None and self.view.model() is not self._model:
            if self.is_reading:
                return  # as much of it as was there before is still shown
            self._model.grow()
            self.view.show_longer(self._model)
        if self._model is not None and self._source is not None:
            self._since_growth.restart()
            self._source.background.first_with_paint()
            self._model.grow()

    def _done(self, result: object) -> None:
        self._show_growth()
        if result is self.tree:
            self._finish()

    def _finish(self) -> None:
        self.note.show_note(self._flaw_words())
        if self._level:
            self.view.expand_to(self._level)
        tree = self.tree
        if self._source is not None:
            self._finder.show_tree(tree, self._source.data)
            self.findable_changed.emit()
        if tree is not None and tree.flaw and not tree.is_container(tree.root):
            self.blank.show_words("warning", "This answer is not JSON", f"{tree.flaw}.")
            self._stack.setCurrentWidget(self.blank)
            self.empty.emit()
        else:
            self.read.emit()

    def _flaw_words(self) -> str:
        if self.tree is None or (self._source is not None and self._source.arriving):
            return ""  # of course it ends early
        flaw = self.tree.flaw
        return f"{flaw}. What stands before it is shown." if flaw else ""

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)

    def _refuse_copy(self) -> None:
        self.note.show_note(f"Copy a smaller value: at most {short_size(MOST_COPIED)} at once.")

    def _tell_bound(self, all_opened: bool) -> None:
        bound = f"Only the first {MOST:,} rows were opened: open the others by hand."
        words = (self._flaw_words(), "" if all_opened else bound)
        self.note.show_note(" ".join(filter(None, words)))
