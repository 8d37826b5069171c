from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.explorer.value_row import ValueRow


def row(qtbot: QtBot, *choices: str, **options: bool) -> ValueRow:
    made = ValueRow("Title", "String", choices, **options)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_sends_the_value(qtbot: QtBot) -> None:
    made = row(qtbot, nullable=True)
    assert not made.is_sent()
    assert isinstance(made.entry, QLineEdit)
    with qtbot.waitSignal(made.changed):
        qtbot.keyClicks(made.entry, "x")
    assert (made.is_sent(), made.value()) == (True, "x")
    made.send.setChecked(False)
    assert not made.is_sent()


def test_null_is_a_value_of_its_own(qtbot: QtBot) -> None:
    made = row(qtbot, nullable=True)
    made.null.setChecked(True)
    assert (made.is_sent(), made.value()) == (True, None)
    assert not made.entry.isEnabled()
    assert not row(qtbot).null.isVisible()


def test_a_required_value_is_always_sent(qtbot: QtBot) -> None:
    made = row(qtbot, required=True)
    assert made.is_sent()
    assert not made.send.isEnabled()


def test_some_values_are_chosen(qtbot: QtBot) -> None:
    made = row(qtbot, "true", "false")
    assert isinstance(made.entry, QComboBox)
    assert made.value() == ""
    made.entry.setCurrentText("true")
    made.entry.activated.emit(0)
    assert (made.is_sent(), made.value()) == (True, "true")


def test_its_widgets_are_named_by_the_value(qtbot: QtBot) -> None:
    made = row(qtbot, nullable=True)
    names = [each.accessibleName() for each in (made.entry, made.send, made.null)]
    assert names == ["Title", "Send Title", "Null Title"]


def test_what_is_wrong_stands_below(qtbot: QtBot) -> None:
    made = row(qtbot)
    made.show_problem(Problem(ProblemKind.INPUT, "No number", "Like 42."))
    assert made.field.message() == "No number. Like 42."
    made.show_problem(None)
    assert made.field.message() == "String"
