"""A header that asks the work lane to wait while it is painted, and tells a hand from a program."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from k2bench.ui.response.background import Background, first


class TableHeader(QHeaderView):
    """Looks like any header; `background` is set by the table once there is work."""

    sized_by_hand = Signal(int, int)  # section, its new size

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.background: Background | None = None
        self._held = False
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setResizeContentsPrecision(0)  # what is on the screen
        self.sectionResized.connect(self._on_resized)

    def sizeHint(self) -> QSize:
        return self.minimumSize()  # fixed by the table: Qt would measure 100 rows at each growth

    def paintEvent(self, event: QPaintEvent) -> None:
        with first(self.background):
            super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._held = True
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._held = False

    def _on_resized(self, section: int, before: int, size: int) -> None:
        stretched = self.stretchLastSection() and self.visualIndex(section) == self.count() - 1
        if self._held and before and size and not stretched:  # hiding is to size to nothing
            self.sized_by_hand.emit(section, size)
