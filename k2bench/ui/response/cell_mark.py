"""How a cell looks that was found: tinted, and framed if it is the one that was gone to."""

from enum import Enum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


class CellMark(Enum):
    """Whether a cell was found, and whether it is the one that was gone to."""

    NONE = 0
    HIT = 1
    CURRENT = 2


def paint_frame(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """The frame of the cell that was gone to."""
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -2))
    painter.drawRect(rect.adjusted(1, 1, -2, -3))
