from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.mend_strip import MendStrip


def test_it_is_there_while_there_is_something_to_mend(qtbot: QtBot) -> None:
    strip = MendStrip("$filter")
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.offer("Name eq 'a'")
    assert not strip.isHidden()
    assert strip.text == "Name eq 'a'"
    strip.offer(None)
    assert strip.isHidden()
