"""The fonts of the window: the system's for its words, the system's monospace for bodies."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication


def body_font() -> QFont:
    """The system's monospace, its small letters as high as those of the window's font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    wanted = QFontMetricsF(QApplication.font()).xHeight()
    pixels = QFontInfo(QApplication.font()).pixelSize()
    font.setPixelSize(pixels)
    found = QFontMetricsF(font).xHeight()
    if found > 0:
        font.setPixelSize(max(1, round(pixels * wanted / found)))
    return font
