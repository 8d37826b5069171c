import pytest
from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.number_field import NumberField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField("$top", "all")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("text", "wrong"),
    [(None, False), ("5", False), ("x", True), ("-1", True), ("", True), ("{{n}}", False)],
)
def test_any_text_is_shown_and_what_is_no_number_is_marked(
    field: NumberField, text: str | None, wrong: bool
) -> None:
    field.show_text(text)
    assert field.text() == (text or "")
    assert bool(field.problem) is wrong
    assert (field.property("problem") == "error") is wrong


def test_typing_tells_the_option_and_emptying_takes_it_away(
    field: NumberField, qtbot: QtBot
) -> None:
    told: list[tuple[str, str | None]] = []
    field.option_edited.connect(lambda *each: told.append(each))
    qtbot.keyClicks(field, "1a")
    qtbot.keyClick(field, "\b")
    qtbot.keyClick(field, "\b")
    assert told == [("$top", "1"), ("$top", "1a"), ("$top", "1"), ("$top", None)]


def test_bytes_that_are_no_text_cannot_be_edited_away(field: NumberField) -> None:
    field.show_text("1\udc80")
    assert field.isReadOnly()
    field.show_text("1")
    assert not field.isReadOnly()
