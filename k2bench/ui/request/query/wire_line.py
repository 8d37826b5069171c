"""One line for a text that is longer: its middle is left out while nobody selects in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from k2bench.ui.kit.labels import set_plain_tip
from k2bench.ui.kit.tones import sizes


class WireLine(QLineEdit):
    """Read only. `whole` is the text; with the focus, all of it can be selected."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setProperty("body", "true")
        self.whole = ""

    def show_whole(self, text: str) -> None:
        """Another text."""
        if text != self.whole:
            self.whole = text
            self.setAccessibleDescription(text)
            set_plain_tip(self, text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.whole
        if not self.hasFocus():
            room = self.width() - sizes().grid * 6
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, room)
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)
