"""`$top` and `$skip`: takes any text, and says when it is no number."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from k2bench.ui.kit.labels import set_plain_tip
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tones import sizes

WIDTH = 22  # grid units


class NumberField(QLineEdit):
    """The value of one query option; None: the option is not there."""

    option_edited = Signal(str, object)  # name, text or None
    problem_changed = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.name = name
        self.problem = ""
        self._shown: str | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("body", "true")
        self.setFixedWidth(WIDTH * sizes().grid)
        self.textEdited.connect(self._edit)

    def show_text(self, text: str | None) -> None:
        """What the URL says."""
        if text == self._shown:
            return
        self._shown = text
        self.setText(text or "")
        self.setCursorPosition(0)
        self.setReadOnly(self.text() != (text or ""))  # bytes that are no text
        self._judge()

    def _edit(self, text: str) -> None:
        self._shown = text or None
        self._judge()
        self.option_edited.emit(self.name, self._shown)

    def _judge(self) -> None:
        text = (self._shown or "").strip()
        wrong = self._shown is not None and not (text.isascii() and text.isdecimal())
        if text.startswith("{{") and text.endswith("}}"):
            wrong = False  # a variable is filled in later
        self.problem = f"{self.name} is a whole number, 0 or more." if wrong else ""
        set_look(self, "problem", "error" if wrong else "")
        set_plain_tip(self, self.problem)
        self.setAccessibleDescription(self.problem)
        self.problem_changed.emit()
