from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.text_line import TextLine


def test_it_hands_on_what_is_typed(qtbot: QtBot) -> None:
    line = TextLine("$search", "words")
    qtbot.addWidget(line)
    told: list[tuple[str, str | None]] = []
    line.option_edited.connect(lambda *each: told.append(each))
    line.show_text("milk")
    assert line.option_text() == "milk"
    line.end(False)
    qtbot.keyClicks(line, "s")
    line.show_text("milks")
    for _ in range(5):
        qtbot.keyClick(line, "\b")
    assert told[0] == ("$search", "milks")
    assert told[-1] == ("$search", None)


def test_what_it_cannot_show_stays_as_it_is(qtbot: QtBot) -> None:
    line = TextLine("$search", "words")
    qtbot.addWidget(line)
    line.show_text("\ud800")
    assert line.isReadOnly()
