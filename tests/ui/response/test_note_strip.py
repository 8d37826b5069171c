from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.problem import NextStep, Step
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.response.note_strip import NoteStrip


def test_a_note_is_shown_and_hidden(shown: Callable[[QWidget], QWidget]) -> None:
    strip = NoteStrip("Some note")
    shown(strip)
    strip.show_note("It ends <b>early</b>")
    assert strip.isVisible()
    assert strip.text() == strip.accessibleDescription() == "It ends <b>early</b>"
    assert strip.accessibleName() == "Some note"
    strip.show_note("")
    assert not strip.isVisible()


def test_a_button_leads_on(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    strip = NoteStrip("Some note", Tone.ACCENT)
    shown(strip)
    step = NextStep("Who am I?", Step.EXPLAIN_IDENTITY)
    strip.show_note("Empty", step)
    button = next(b for b in strip.findChildren(QPushButton) if b.isVisible())
    assert button.accessibleName() == "Who am I?"
    with qtbot.waitSignal(strip.step_requested) as asked:
        button.click()
    assert asked.args == [step]
    strip.show_note("Other")
    assert not button.isVisible()
