from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.theme import Theme


def test_the_body_font_is_monospace_and_of_the_same_height(qapp: QApplication) -> None:
    theme = Theme(qapp)
    for zoom in (1.0, 2.0):
        theme.set_zoom(zoom)
        font = body_font()
        metrics = QFontMetricsF(font)
        assert QFontInfo(font).fixedPitch()
        assert metrics.horizontalAdvance("i") == metrics.horizontalAdvance("W")
        assert abs(metrics.xHeight() - QFontMetricsF(qapp.font()).xHeight()) <= 0.6
    theme.deleteLater()
