from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import DARK, LIGHT


def colours(widget: IconLabel) -> set[str]:
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in points}


def test_the_icon_follows_theme_and_zoom(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    widget = IconLabel("table", "bad")
    qtbot.addWidget(widget)
    widget.resize(32, 32)
    assert LIGHT.bad in colours(widget)
    theme.set_mode(ThemeMode.DARK)
    assert DARK.bad in colours(widget)
    theme.set_zoom(2)
    assert widget.sizeHint() == QSize(32, 32)
    widget.show_icon("")
    assert DARK.bad not in colours(widget)
    theme.deleteLater()
