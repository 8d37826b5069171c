from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.place import Place
from k2bench.ui.bridge import Bridge
from k2bench.ui.request.query.expression_field import (
    NOT_FORMATTED,
    TOO_LONG,
    UNSHOWN,
    ExpressionField,
)
from k2bench.ui.request.query.surroundings import Surroundings
from tests.ui.conftest import PATIENCE


@pytest.fixture
def field(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> ExpressionField:
    made = ExpressionField("$filter", "an example", bridge)
    made.resize(500, 60)
    shown(made)
    return made


def show(field: ExpressionField, text: str | None, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.checked, timeout=PATIENCE):
        field.show_text(text)


def test_what_is_wrong_is_underlined_and_said(field: ExpressionField, qtbot: QtBot) -> None:
    show(field, "Name eqq 1", qtbot)
    assert field.editor.error() == 7
    assert "found" in field.message()
    assert field.editor.accessibleDescription() == field.message()
    show(field, "Name eq 1", qtbot)
    assert field.editor.error() is None
    assert field.message() == ""
    show(field, "Name eqq 1", qtbot)
    show(field, None, qtbot)
    assert field.message() == ""


def test_an_edit_tells_the_option(field: ExpressionField, qtbot: QtBot) -> None:
    told: list[tuple[str, str | None]] = []
    field.option_edited.connect(lambda *each: told.append(each))
    qtbot.keyClicks(field.editor, "a")
    qtbot.keyClick(field.editor, "\b")
    assert told == [("$filter", "a"), ("$filter", None)]


def test_the_service_decides_how_values_are_written(field: ExpressionField, qtbot: QtBot) -> None:
    show(field, "ID eq 5L", qtbot)
    assert field.message()
    with qtbot.waitSignal(field.checked, timeout=PATIENCE):
        field.show_surroundings(Surroundings(Place("https://t/api/odata/v3", "Set", "")))
    assert field.message() == ""


def test_format_can_be_undone(field: ExpressionField, qtbot: QtBot) -> None:
    show(field, "((Name  EQ 'a'))", qtbot)
    with qtbot.waitSignal(field.option_edited, timeout=PATIENCE) as told:
        field.format.trigger()
    assert told.args == ["$filter", "Name eq 'a'"]
    field.editor.undo()
    assert field.option_text() == "((Name  EQ 'a'))"


def test_format_says_when_there_is_no_other_form(field: ExpressionField, qtbot: QtBot) -> None:
    show(field, "Name eq {{x}}", qtbot)
    field.format.trigger()
    qtbot.waitUntil(lambda: field.message() == NOT_FORMATTED, timeout=PATIENCE)
    assert field.option_text() == "Name eq {{x}}"


@pytest.mark.parametrize(
    ("text", "message"), [("a\udc80", UNSHOWN), ("x" * 100_001, TOO_LONG)], ids=["bytes", "long"]
)
def test_what_it_cannot_show_cannot_be_edited_away(
    field: ExpressionField, text: str, message: str
) -> None:
    field.show_text(text)
    assert field.editor.isReadOnly()
    assert field.message() == message
    field.show_text("a")
    assert not field.editor.isReadOnly()
