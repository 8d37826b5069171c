from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.environments.unsaved import UnsavedStrip


def test_it_asks_and_goes_on_with_what_was_asked_last(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    window, done = QWidget(), list[str]()
    strip = UnsavedStrip()
    strip.setParent(window)
    shown(window)
    strip.ask("“Dev” has unsaved edits.", lambda: done.append("close"))
    strip.ask("“Dev” has unsaved edits.", lambda: done.append("row"))
    assert strip.isVisible()
    assert strip.accessibleDescription() == "“Dev” has unsaved edits."
    for button, signal in (
        (strip.save, strip.save_requested),
        (strip.discard, strip.discarded),
        (strip.keep, strip.kept),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    strip.take()()
    assert done == ["row"]
    assert not strip.isVisible()
    strip.take()()
    assert done == ["row"]
