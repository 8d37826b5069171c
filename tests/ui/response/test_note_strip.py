from collections.abc import Callable

from PySide6.QtWidgets import QWidget

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
