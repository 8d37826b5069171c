from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.hint_label import HintLabel


def test_it_takes_no_room_while_it_says_nothing(qtbot: QtBot) -> None:
    hint = HintLabel()
    qtbot.addWidget(hint)
    assert hint.isHidden()
    hint.say("<b>so</b>")
    assert not hint.isHidden()
    hint.say("")
    assert hint.isHidden()
