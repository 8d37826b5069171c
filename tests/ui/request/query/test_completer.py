from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.request.query.completer import PAUSE
from k2bench.ui.request.query.expression_field import ExpressionField
from k2bench.ui.request.query.surroundings import Surroundings
from tests.ui.conftest import PATIENCE

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def field(
    bridge: Bridge, known: Surroundings, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ExpressionField:
    made = ExpressionField("$filter", "", bridge)
    made.resize(500, 300)
    shown(made)
    made.show_surroundings(known)
    made.editor.setFocus()
    qtbot.waitUntil(made.editor.hasFocus)
    return made


def test_names_are_offered_while_one_is_typed(field: ExpressionField, qtbot: QtBot) -> None:
    offers = field.editor.completions
    qtbot.keyClicks(field.editor, "Pri")
    qtbot.waitUntil(offers.isVisible, timeout=PATIENCE)
    assert offers.current_text() == "Price"
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)
    assert field.option_text() == "Price"
    assert not offers.isVisible()


def test_enumeration_members_are_offered_at_a_wish(field: ExpressionField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.editor, "Colour eq ")
    qtbot.keyClick(field.editor, Qt.Key.Key_Space, CONTROL)
    offers = field.editor.completions
    qtbot.waitUntil(offers.isVisible, timeout=PATIENCE)
    assert "Shop.Colour'Green'" in offers.texts()


def test_nothing_is_in_the_way_of_what_is_typed_whole(
    field: ExpressionField, bridge: Bridge, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.editor, "Name ")
    qtbot.wait(2 * PAUSE)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert not field.editor.completions.isVisible()
    field.leave()
