"""A header that asks the work lane to wait while it is painted."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHeaderView

from k2bench.ui.response.background import Background


class TableHeader(QHeaderView):
    """Looks like any header; `background` is set by the table once there is work."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.background: Background | None = None
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()  # fixed by the table: Qt would measure 100 rows at each growth

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.background is None:
            super().paintEvent(event)
        else:
            with self.background.first():
                super().paintEvent(event)
