"""A bar over the answer with one field to type in: it opens on a shortcut and closes on Esc."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.labels import hairline
from k2bench.ui.kit.search_field import SearchField, is_escape
from k2bench.ui.kit.tones import sizes

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(SearchField):
    """Tells of Enter and Shift+Enter; Esc is left to the bar."""

    entered = Signal()
    entered_back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered_back.emit()
        else:
            self.entered.emit()


class AnswerBar(QWidget):
    """Hidden at first. Who had the focus before it was opened gets it back."""

    closed = Signal()

    def __init__(self, name: str, field: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.field = AnswerField(field)
        self.close_button = IconButton("close", f"Close {field}")
        self._before: QWidget | None = None
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def add_row(self, row: QLayout) -> None:
        """Lay out: the field, what else there is, the way out."""
        grid = sizes().grid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        whole = QHBoxLayout()
        whole.setContentsMargins(grid * 3, grid, grid * 3, grid)
        whole.setSpacing(grid)
        self.field.setMinimumWidth(grid * 30)
        whole.addWidget(self.field, 2)
        whole.addLayout(row, 3)
        whole.addWidget(self.close_button)
        column.addLayout(whole)
        column.addWidget(hairline())

    def open(self) -> None:
        """Show it, ready to be typed in."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide it."""
        if self.isHidden():
            return
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.closed.emit()
        before, self._before = self._before, None
        if had_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if is_escape(event):
            event.accept()  # else the window takes it for *Cancel Request*
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
