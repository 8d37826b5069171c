"""A quiet line that takes no room while it says nothing."""

from PySide6.QtWidgets import QLabel

from k2bench.ui.kit.labels import Role, make_selectable


class HintLabel(QLabel):
    """Plain text, wrapped, to be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", Role.HINT.value)
        self.setWordWrap(True)
        make_selectable(self)
        self.hide()

    def say(self, text: str) -> None:
        """Something else; nothing hides the line."""
        self.setText(text)
        self.setVisible(bool(text))
