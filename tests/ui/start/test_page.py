from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.start.page import StartPage


def test_three_ways_in_by_mouse_and_keyboard(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    page = StartPage()
    shown(page)
    for card, signal in (
        (page.demo, page.demo_requested),
        (page.credentials, page.credentials_requested),
        (page.onboarding, page.onboarding_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(card, Qt.Key.Key_Space)


def test_busy_takes_no_second_click(qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    page = StartPage()
    shown(page)
    page.show_busy(True)
    assert not page.demo.isEnabled()
    assert page.progress.isVisible()
    page.show_busy(False)
    assert page.demo.isEnabled()
    assert not page.progress.isVisible()
