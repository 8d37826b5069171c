from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.waiting import WAITING, Waiting


def test_what_is_under_way(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    page = Waiting()
    shown(page)
    assert page.words.text() == WAITING
    page.show_received(0)
    assert page.words.text() == WAITING
    page.show_received(12_345_678)
    assert page.words.text() == "Receiving: 12.3 MB so far"
    with qtbot.waitSignal(page.cancel_requested):
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    page.stop()
    assert page.bar.maximum() == 1
    page.start()
    assert (page.words.text(), page.bar.maximum()) == (WAITING, 0)
    page.stop()
