"""What a pane shows when there is nothing to show: why, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes


class EmptyState(QWidget):
    """An icon, a title, a hint, and buttons for what to do next."""

    def __init__(
        self, icon_name: str, title: str, hint: str = "", *, stacked: bool = False
    ) -> None:
        """`stacked`: buttons below each other, for a narrow pane."""
        super().__init__()
        self._icon = IconLabel(side=32)
        self._title = label(role=Role.TITLE, wrap=True)
        self._hint = label(role=Role.HINT, selectable=True, wrap=True)
        for text in (self._title, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons = QBoxLayout(down if stacked else across)
        self._buttons.setSpacing(sizes().grid * 2)
        self._buttons.addStretch()
        self._buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes().grid * (3 if stacked else 6)] * 4)
        column.setSpacing(sizes().grid * 2)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(sizes().grid)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self.show_words(icon_name, title, hint)

    def show_words(self, icon_name: str, title: str, hint: str = "") -> None:
        """Another reason for being empty."""
        self._icon.show_icon(icon_name)
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)

    def add_button(self, text: str, icon_name: str = "", *, primary: bool = False) -> Button:
        """One more thing to do; the caller connects the button."""
        button = Button(text, icon_name, primary=primary)
        self._buttons.insertWidget(
            self._buttons.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter
        )
        return button
