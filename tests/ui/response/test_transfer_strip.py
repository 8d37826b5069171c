from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.transfer_strip import STEPS, TransferStrip


def test_it_says_how_far_it_is(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    strip = TransferStrip("Arriving answer", "Cancel")
    shown(QWidget())
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_transfer("5 of 10", 5, 10)
    assert not strip.isHidden()
    assert strip.words.text() == strip.accessibleDescription() == "5 of 10"
    assert (strip.bar.maximum(), strip.bar.value()) == (STEPS, STEPS // 2)
    strip.show_transfer("500 GB", 500 << 30, 1000 << 30)
    assert strip.bar.value() == STEPS // 2
    strip.show_transfer("5", 5, None)
    assert (strip.bar.minimum(), strip.bar.maximum()) == (0, 0)
    with qtbot.waitSignal(strip.cancel_requested):
        qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    strip.stop()
    assert strip.isHidden()
    assert strip.bar.maximum() == 1
