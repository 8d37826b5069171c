"""An icon that stands in a layout and says nothing by itself."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.tones import zoom


class IconLabel(QWidget):
    """Paints one icon; follows the theme and the zoom."""

    def __init__(self, name: str = "", colour: str = "dim", side: int = 16) -> None:
        super().__init__()
        self._side = side
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_icon(name, colour)

    def show_icon(self, name: str, colour: str = "dim") -> None:
        """Another icon; none for an empty name."""
        self._icon = icon(name, colour) if name else None
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._side * zoom())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon is not None:
            area = QRect(0, 0, *self.sizeHint().toTuple())
            area.moveCenter(self.rect().center())
            self._icon.paint(QPainter(self), area)
