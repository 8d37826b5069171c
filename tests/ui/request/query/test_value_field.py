import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.value_field import ValueField


def field(qtbot: QtBot, text: str, type_name: str, members: tuple[str, ...] = ()) -> ValueField:
    made = ValueField("Value 1", text, type_name, members)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("text", "type_name", "shown"),
    [
        ("'it''s'", "Edm.String", "it's"),
        ("1.10", "Edm.Decimal", "1.10"),
        ("{{x}}", "Edm.Int64", "{{x}}"),
        ("now()", "Edm.DateTimeOffset", "now()"),
        ("'a'", "", "'a'"),
    ],
)
def test_a_literal_is_shown_as_a_value(qtbot: QtBot, text: str, type_name: str, shown: str) -> None:
    made = field(qtbot, text, type_name)
    assert isinstance(made.entry, QLineEdit)
    assert made.entry.text() == shown


def test_typing_tells_the_literal(qtbot: QtBot) -> None:
    made = field(qtbot, "'it''s'", "Edm.String")
    told: list[str] = []
    made.literal_edited.connect(told.append)
    assert isinstance(made.entry, QLineEdit)
    made.entry.end(False)
    qtbot.keyClicks(made.entry, "'")
    assert told == ["'it''s'''"]


def test_what_is_no_value_is_marked_and_not_told(qtbot: QtBot) -> None:
    made = field(qtbot, "5", "Edm.Int64")
    told: list[str] = []
    made.literal_edited.connect(told.append)
    assert isinstance(made.entry, QLineEdit)
    qtbot.keyClicks(made.entry, "x")
    assert made.entry.property("problem") == "error"
    assert "x" in made.entry.text()
    made.entry.selectAll()
    qtbot.keyClicks(made.entry, "7")
    assert told == ["7"]
    assert made.entry.property("problem") == ""
    made.entry.selectAll()
    made.entry.insert("{{n}}")
    made.entry.textEdited.emit("{{n}}")
    assert told[-1] == "{{n}}"


def test_choices(qtbot: QtBot) -> None:
    made = field(qtbot, "Shop.Colour'Red'", "Shop.Colour", ("Red", "Green"))
    told: list[str] = []
    made.literal_edited.connect(told.append)
    assert isinstance(made.entry, QComboBox)
    assert made.entry.currentText() == "Red"
    made.entry.setCurrentText("Green")
    assert told == ["Shop.Colour'Green'"]
    boolean = field(qtbot, "true", "Edm.Boolean")
    truth = boolean.entry
    assert isinstance(truth, QComboBox)
    assert [truth.itemText(at) for at in range(truth.count())] == ["true", "false"]
