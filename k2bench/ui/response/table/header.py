"""A header that asks the work lane to wait while it is painted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHeaderView

from k2bench.ui.response.courtesy import Courtesy


class TableHeader(QHeaderView):
    """Looks like any header; `courtesy` is set by the table once there is work."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.courtesy: Courtesy | None = None
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.courtesy is None:
            super().paintEvent(event)
        else:
            with self.courtesy.first():
                super().paintEvent(event)
