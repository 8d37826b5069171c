"""The kinds of button: with words, with an icon, and with an icon to be switched on and off.

All are named for screen readers.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import set_plain_tip
from k2bench.ui.kit.tones import sizes


class Button(QPushButton):
    """A button with words. One primary button a pane; `quiet` is for tinted grounds."""

    def __init__(
        self, text: str, icon_name: str = "", *, primary: bool = False, quiet: bool = False
    ) -> None:
        super().__init__()
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setProperty("primary", "true" if primary else "false")
        self.setProperty("quiet", "true" if quiet else "false")
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(icon_name, "on_accent" if primary else "text"))
            self._keep_distance()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt leaves Enter to the default button of a dialog; in a window it would do nothing
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_distance()

    def _keep_distance(self) -> None:
        # a styled button leaves 4 px between icon and text whatever the sheet says; an icon that
        # is wider than its drawing brings some more
        side = sizes().icon
        self.setIconSize(QSize(side + sizes().grid, side))


class IconButton(QToolButton):
    """A button with an icon only; its name is its tool tip too."""

    def __init__(self, icon_name: str, name: str, shortcut: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_icon(icon_name)
        self.setAccessibleName(name)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        set_plain_tip(self, f"{name} ({keys})" if keys else name)
        if shortcut:
            self.setShortcut(shortcut)
        self._resize_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._resize_icon()

    def _resize_icon(self) -> None:
        self.setIconSize(QSize(sizes().icon, sizes().icon))

    def show_icon(self, name: str, colour: str = "dim") -> None:
        """Another icon, for a button that shows a state."""
        self.setIcon(icon(name, colour))


class Switch(IconButton):
    """A button with an icon that stays pressed; `toggled` tells of each change."""

    def __init__(self, icon_name: str, name: str) -> None:
        super().__init__(icon_name, name)
        self.setProperty("switch", "true")
        self.setCheckable(True)
        self.toggled.connect(lambda on: self.show_icon(icon_name, "accent" if on else "dim"))
