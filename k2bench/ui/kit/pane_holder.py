"""What stands in the middle of the window and has panes of its own."""

from PySide6.QtWidgets import QWidget


class PaneHolder(QWidget):
    """A widget that tells its panes."""

    def panes(self) -> list[QWidget]:
        """In the order of F6."""
        return []
