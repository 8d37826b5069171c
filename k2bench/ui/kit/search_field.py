"""A line to search or filter with: a magnifier, a name, the keys that lead to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes


class SearchField(QLineEdit):
    """Shows its name as the placeholder. `textChanged` tells of each change, Esc empties it."""

    left = Signal()  # Esc in an empty field

    def __init__(self, name: str, shortcut: str = "") -> None:
        """`shortcut` is only shown; the action that it belongs to is somebody else's."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._icon = IconLabel("search", side=14)
        self._icon.setParent(self)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._keys = label(keys, Role.HINT)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._keys.setParent(self)
        self._clear = IconButton("close", f"Clear {name}")
        self._clear.setParent(self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def event(self, event: QEvent) -> bool:
        if is_escape(event) and self.text():
            event.accept()  # else the window takes it for *Cancel Request*
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def _place(self) -> None:
        grid, side = sizes().grid, sizes().control - sizes().grid
        middle = (self.height() - side) // 2
        icon = self._icon.sizeHint()
        self._icon.setGeometry(grid * 2, (self.height() - icon.height()) // 2, *icon.toTuple())
        self._clear.setGeometry(self.width() - side - middle, middle, side, side)
        self._clear.setVisible(bool(self.text()))
        self._keys.adjustSize()
        width = self._keys.width()
        self._keys.move(self.width() - width - grid * 2, (self.height() - self._keys.height()) // 2)
        self._keys.setVisible(bool(self._keys.text()) and not self.text())
        self.setTextMargins(icon.width() + grid, 0, (side if self.text() else width) - grid, 0)


def is_escape(event: QEvent) -> bool:
    """Whether Qt asks if Esc is wanted here, before it goes to a shortcut of the window."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.key() == Qt.Key.Key_Escape
    )
