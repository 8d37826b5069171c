"""`$search` and `$apply`: handed on as they are typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


class TextLine(QLineEdit):
    """The value of one query option; None: the option is not there."""

    option_edited = Signal(str, object)  # name, text or None
    option_changed = Signal()  # by hand or not

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.name = name
        self._shown: str | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("body", "true")
        self.textEdited.connect(self._edit)

    def option_text(self) -> str:
        """What is typed."""
        return self._shown or ""

    def show_text(self, text: str | None) -> None:
        """What the URL says."""
        if text == self._shown:
            return
        self._shown = text
        self.setText(text or "")
        self.setCursorPosition(0)
        self.setReadOnly(self.text() != (text or ""))  # bytes that are no text
        self.option_changed.emit()

    def put(self, text: str) -> None:
        """Another text, by a click of the person: it can be undone."""
        if text != self.option_text() and not self.isReadOnly():
            self.selectAll()
            self.insert(text)
            self._edit(text)

    def _edit(self, text: str) -> None:
        self._shown = text or None
        self.option_edited.emit(self.name, self._shown)
        self.option_changed.emit()
