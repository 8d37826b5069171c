"""Folds a whole text below a level, on the work lane: to find the folds takes a second of 50 MB."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from k2bench.content.folded_lines import MOST_FOLDS, FoldedLines, folded_below
from k2bench.content.lines import Foldable, Lines
from k2bench.core.problem import Problem
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.background import Background, Work

LEVELS = (1, 2, 3)


class FoldLevels(QObject):
    """Adds *Fold Below Level 1* and its like to the menu of a text view."""

    done = Signal(int)  # folds
    failed = Signal(object)  # Problem

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._lines: Foldable | None = None
        self._background: Background | None = None
        self._work: Work | None = None
        self._actions = [QAction(f"Fold Below Level {level}", view) for level in LEVELS]
        for level, action in zip(LEVELS, self._actions, strict=True):
            action.triggered.connect(lambda _=False, level=level: self.fold(level))
        view.addActions(self._actions)
        self.show_lines(None, None)

    def show_lines(self, lines: Lines | None, background: Background | None) -> None:
        """The view shows another text, read whole by now; or none."""
        self.stop()
        self._lines = lines if isinstance(lines, Foldable) else None
        self._background = background
        for action in self._actions:
            action.setVisible(self._lines is not None)

    def stop(self) -> None:
        """Fold no more."""
        if self._work is not None:
            self._work.drop()
            self._work = None

    def fold(self, level: int) -> None:
        """Leave what is within fewer than `level` others, and hide what is in the rest."""
        self.stop()
        lines = self._lines
        if lines is not None and self._background is not None:
            self._work = self._background.start_steps(
                lambda: folded_below(lines, level), success=self._show, failure=self._fail
            )

    def _show(self, folded: FoldedLines) -> None:
        self._work = None
        self._view.show_folded(folded)
        self.done.emit(folded.folds())

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.failed.emit(problem)


def limit_words(count: int) -> str:
    """What is to be said of so many folds; nothing when they are all there are."""
    if count < MOST_FOLDS:
        return ""
    return f"Folded are the first {MOST_FOLDS:,}. The rest of the text is as it was."
