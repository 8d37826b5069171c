"""A question before anything is sent: to another origin, or a write."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.workbench.planning import Question, QuestionKind


class QuestionDialog(QDialog):
    """The safe answer is the default button; Esc sends nothing."""

    decided = Signal(bool)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Before it is sent")
        to_other = question.kind is QuestionKind.OTHER_ORIGIN
        self.without = Button("Send Without Credentials", primary=True)
        self.yes = Button("Send With Credentials" if to_other else "Send", primary=False)
        self.cancel = Button("Cancel", primary=not to_other)
        self.without.setVisible(to_other)
        safe = self.without if to_other else self.cancel
        safe.setDefault(True)
        self._lay_out(question)
        safe.setFocus(Qt.FocusReason.OtherFocusReason)
        self.yes.clicked.connect(lambda: self._decide(True))
        self.without.clicked.connect(lambda: self._decide(False))
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self, question: Question) -> None:
        grid = sizes().grid
        head = QHBoxLayout()
        head.setSpacing(grid * 3)
        tone = "bad" if question.production else "warn"
        head.addWidget(IconLabel("warning", tone, side=24))
        head.addWidget(label(question.title, Role.TITLE, wrap=True, selectable=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.addStrut(grid * 120)  # a minimum width would not count for the height of the words
        column.setSpacing(grid * 3)
        column.addLayout(head)
        column.addWidget(label(question.text, wrap=True, selectable=True))
        if question.detail:
            column.addWidget(_preview(question.detail), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(grid * 2)
        buttons.addStretch()
        for button in (self.cancel, self.yes, self.without):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _decide(self, yes: bool) -> None:
        self.accept()
        self.decided.emit(yes)


def _preview(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text, readOnly=True)
    made.setAccessibleName("What would be sent")
    made.setProperty("body", "true")
    made.setMaximumHeight(sizes().row * 8)
    return made
