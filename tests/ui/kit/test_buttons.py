from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.buttons import Button, IconButton, Switch
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT


def test_a_button_is_named_like_its_label(qtbot: QtBot) -> None:
    button = Button("Cut & Paste", "copy")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Cut & Paste"
    assert button.text() == "Cut && Paste"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_primary_button_has_the_accent(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    button = Button("Send", primary=True)
    qtbot.addWidget(button)
    button.resize(80, 28)
    image = button.grab().toImage()
    assert image.pixelColor(6, 14).name().upper() == LIGHT.accent
    theme.deleteLater()


def test_icon_and_text_keep_a_distance_at_any_zoom(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    button = Button("Export", "download")
    qtbot.addWidget(button)
    button.show()
    assert button.iconSize().toTuple() == (20, 16)
    theme.set_zoom(1.5)
    assert button.iconSize().toTuple() == (30, 24)
    theme.deleteLater()


def test_an_icon_follows_the_zoom(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    button = IconButton("refresh", "Refresh")
    qtbot.addWidget(button)
    button.show()
    theme.set_zoom(2)
    assert button.iconSize().toTuple() == (32, 32)
    theme.deleteLater()


def test_an_icon_button_is_reached_by_keyboard_and_says_its_name(qtbot: QtBot) -> None:
    button = IconButton("refresh", "Refresh explorer", "F5")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Refresh explorer"
    assert "Refresh explorer (F5)" in button.toolTip()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_switch_stays_pressed_and_looks_so(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    switch, heard = Switch("case", "Match Case"), []
    qtbot.addWidget(switch)
    switch.show()
    switch.toggled.connect(heard.append)
    off = switch.grab().toImage()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.grab().toImage() != off
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert heard == [True, False]
    assert switch.accessibleName() == "Match Case"
    theme.deleteLater()
