"""A field for a secret: masked, with an eye; copies through the secret clipboard only."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu

from k2bench.core.secret import Secret
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.tones import sizes

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QLineEdit):
    """Takes and gives a `Secret`; `textEdited` tells of a change by hand."""

    def __init__(self, name: str, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self.setAccessibleName(name)
        self.setProperty("body", "true")
        self.eye = IconButton("eye", f"Reveal {name}")
        self.eye.setParent(self)
        self.eye.setCheckable(True)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._reveal)
        self._reveal(False)
        self._place()

    def secret(self) -> Secret:
        """What the field holds."""
        return Secret(self.text())

    def is_given(self) -> bool:
        """Whether it holds a secret, or was emptied by hand."""
        return bool(self.text()) or self.isModified()

    def show_secret(self, secret: Secret | None) -> None:
        """Another secret, masked; what was typed before cannot be brought back by undo."""
        self.eye.setChecked(False)
        self.setText(secret.reveal() if secret else "")

    def copy(self) -> None:
        """Copy the selection, or all when there is none, through the secret clipboard."""
        self._clipboard.copy(Secret(self.selectedText() if self._shown() else "") or self.secret())

    def cut(self) -> None:
        """Copy and delete the selection."""
        if self.hasSelectedText():
            self.copy()
            self.del_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """Qt's own menu, its copying made safe."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            slot = {"edit-copy": self.copy, "edit-cut": self.cut}.get(action.objectName())
            if slot is not None:
                action.triggered.disconnect()  # Qt's own would use the open clipboard
                action.triggered.connect(slot)
                action.setEnabled(bool(self.text()))
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._clear_selection_clipboard()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._clear_selection_clipboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.eye.setChecked(False)

    def _shown(self) -> bool:
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def _reveal(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)  # a change of echo mode resets them
        self.eye.show_icon("eye-off" if shown else "eye")

    def _clear_selection_clipboard(self) -> None:
        # X11 copies whatever is selected in a revealed field for the middle mouse button
        clipboard = QGuiApplication.clipboard()
        if self._shown() and self.hasSelectedText() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def _place(self) -> None:
        side = sizes().control - sizes().grid
        gap = (self.height() - side) // 2
        self.eye.setGeometry(self.width() - side - gap, gap, side, side)
        self.setTextMargins(0, 0, side - sizes().grid, 0)
