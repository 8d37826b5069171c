"""The bar over the answer to filter it by a JSONPath. It filters nothing itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import Button, Switch
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.answer_bar import AnswerBar

EXAMPLE = "JSONPath, such as $.value[?@.ID > 10]"


class PathBar(AnswerBar):
    """A field, whether paths are wanted too, *Filter*, and what came of it. Enter filters."""

    filter_requested = Signal(str, bool)  # the query; whether with paths
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__("JSONPath bar", "JSONPath")
        self.field.setPlaceholderText(EXAMPLE)
        self.paths = Switch("link", "Show Paths")
        self.filter = Button("Filter")
        self.cancel = Button("Cancel Filter")
        self.words = label(role=Role.HINT, wrap=True)
        self.words.setAccessibleName("JSONPath result")
        row = QHBoxLayout()
        row.setSpacing(sizes().grid)
        for part in (self.paths, self.filter, self.cancel):
            row.addWidget(part)
        row.addSpacing(sizes().grid)
        row.addWidget(self.words, 1)
        self.add_row(row)
        self.field.entered.connect(self._ask)
        self.filter.clicked.connect(self._ask)
        self.paths.toggled.connect(self._ask)
        self.cancel.clicked.connect(self.cancel_requested)
        self.closed.connect(self.cancel_requested)
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        """Whether a filter is under way."""
        self.filter.setVisible(not busy)
        self.cancel.setVisible(busy)
        if busy:
            self._say("filtering…")

    def show_count(self, count: int) -> None:
        """So many results are shown; none: the answer is shown as before."""
        self._say("" if count else "Nothing in this answer matches", "" if count else "warning")

    def show_cancelled(self) -> None:
        """Nothing came of it."""
        self._say("Cancelled")

    def show_problem(self, problem: Problem) -> None:
        """Why there is no result."""
        self._say(f"{problem.title}. {problem.hint}".strip(), "error")

    def clear_words(self) -> None:
        """Another answer is shown, or all of this one."""
        self._say("")

    def _ask(self) -> None:
        query = self.field.text().strip()
        if query:
            self.filter_requested.emit(query, self.paths.isChecked())

    def _say(self, words: str, look: str = "") -> None:
        self.words.setText(words)
        set_look(self.field, "problem", look)
