"""The method of a request, each in its colour. Its word is always there too."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox

from k2bench.core.request import METHODS
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import colours_of

_TONES = {
    "GET": Tone.GOOD,
    "POST": Tone.WARN,
    "PUT": Tone.ACCENT,
    "PATCH": Tone.VIOLET,
    "DELETE": Tone.BAD,
}


def method_tone(method: str) -> Tone:
    """The tone of a method, wherever one is shown."""
    return _TONES.get(method.upper(), Tone.NEUTRAL)


class MethodBox(QComboBox):
    """Offers the usual methods; one that comes from elsewhere (PURGE) joins the list."""

    method_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Method")
        self.addItems(METHODS)
        self._colour()
        self.currentTextChanged.connect(self._changed)

    def method(self) -> str:
        """The method chosen, in capitals."""
        return self.currentText()

    def show_method(self, method: str) -> None:
        """Choose a method."""
        wanted = method.strip().upper() or "GET"
        if self.findText(wanted) < 0:
            self.addItem(wanted)
        self.setCurrentText(wanted)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()

    def _changed(self, method: str) -> None:
        self._colour()
        self.method_changed.emit(method)

    def _colour(self) -> None:
        set_look(self, "method", method_tone(self.method()).value)
        colours = colours_of(self.palette())
        for row in range(self.count()):
            colour = QColor(colours.of(method_tone(self.itemText(row))))
            if self.itemData(row, Qt.ItemDataRole.ForegroundRole) != colour:
                self.setItemData(row, colour, Qt.ItemDataRole.ForegroundRole)
