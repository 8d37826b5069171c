"""A page that is asked for when it is first seen: nothing of it loads before the first paint."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class LatePage(QWidget):
    """Empty until somebody answers `needed` with `show_page`."""

    needed = Signal()  # once, after the first paint

    def __init__(self) -> None:
        super().__init__()
        self.page: QWidget | None = None
        self._asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def show_page(self, page: QWidget) -> None:
        """Here it is."""
        self.page = page
        layout = self.layout()
        assert layout is not None
        layout.addWidget(page)
        page.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self.needed.emit)  # after this paint
