"""The bar over the answer to find something in it. It searches nothing itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from k2bench.content.wanted import Wanted
from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import Button, IconButton, Switch
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.answer_bar import AnswerBar


class FindBar(AnswerBar):
    """A field, three switches, the count, and ways to the next and the previous hit.

    Enter and Shift+Enter go from hit to hit.
    """

    wanted_changed = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    path_requested = Signal()  # to filter by JSONPath instead

    def __init__(self) -> None:
        super().__init__("Find bar", "Find")
        self.match_case = Switch("case", "Match Case")
        self.regular = Switch("regex", "Regular Expression")
        self.whole_word = Switch("word", "Whole Word")
        self.count = label(role=Role.HINT, wrap=True)
        self.count.setAccessibleName("Matches")
        self.previous = IconButton("chevron-up", "Previous Match")
        self.next = IconButton("chevron-down", "Next Match")
        self.path = Button("JSONPath", quiet=True)
        self._lay_out()
        self.field.textChanged.connect(self._changed)
        for switch in (self.match_case, self.regular, self.whole_word):
            switch.toggled.connect(self._changed)
        self.field.entered.connect(self.next_requested)
        self.field.entered_back.connect(self.previous_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.path.clicked.connect(self.path_requested)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes().grid)
        for part in (self.match_case, self.regular, self.whole_word, self.previous, self.next):
            row.addWidget(part)
        row.addSpacing(sizes().grid)
        row.addWidget(self.count, 1)
        row.addWidget(self.path)
        self.add_row(row)

    def wanted(self) -> Wanted:
        """What is to be found."""
        return Wanted(
            self.field.text(),
            self.match_case.isChecked(),
            self.regular.isChecked(),
            self.whole_word.isChecked(),
        )

    def show_words(self, words: str) -> None:
        """What the search has to say."""
        self._say(words)

    def show_none(self) -> None:
        """Nothing was found."""
        self._say("No matches", "warning")

    def show_problem(self, problem: Problem) -> None:
        """What was typed cannot be searched for."""
        self._say(f"{problem.title}. {problem.hint}".strip(), "error")

    def _say(self, words: str, look: str = "") -> None:
        self.count.setText(words)
        set_look(self.field, "problem", look)

    def _changed(self) -> None:
        self.wanted_changed.emit()
