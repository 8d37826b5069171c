from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from k2bench.ui.response.cell_mark import paint_frame


def test_a_frame_of_two_pixels_within_the_cell(qapp: object) -> None:
    image = QImage(20, 12, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_frame(painter, QRect(2, 2, 12, 8), QColor("red"))
    painter.end()
    red = {
        (x, y)
        for x in range(20)
        for y in range(12)
        if image.pixelColor(x, y).name() == QColor("red").name()
    }
    assert {(2, 2), (3, 3), (13, 2), (2, 8)} <= red
    assert all(2 <= x <= 13 and 2 <= y <= 9 for x, y in red)
    assert (7, 5) not in red
