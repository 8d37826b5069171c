from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.tree import view as tree_view
from k2bench.ui.response.tree.view import ResponseTree
from tests.ui.response.tree.test_expansion import open_paths
from tests.ui.response.tree.test_model import model_of

BODY = b'{"value":[{"Name":"a\\n\\"b\\""},{"Name":1.10}],"count":2}'
Key = Qt.Key


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ResponseTree:
    made = ResponseTree()
    made.resize(600, 400)
    made.show_model(model_of(BODY))
    shown(made)
    made.setFocus()
    return made


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def press(view: ResponseTree, text: str) -> None:
    (action,) = (each for each in view.actions() if each.text() == text)
    action.trigger()


def test_it_has_its_name_and_its_root_is_open(view: ResponseTree) -> None:
    assert view.accessibleName() == "Response tree"
    assert open_paths(view) == ["$"]
    assert view.currentIndex().data() == "$"


def test_the_keyboard(view: ResponseTree, qtbot: QtBot) -> None:
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Right, Key.Key_Right):
        qtbot.keyClick(view, key)
    assert open_paths(view) == ["$", "$['value']", "$['value'][0]"]
    assert view.currentIndex().data() == "Name"
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Enter)
    assert open_paths(view) == ["$", "$['value']"]
    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Asterisk, Qt.KeyboardModifier.KeypadModifier)
    qtbot.waitUntil(lambda: not view.expansion.is_active())
    assert len(open_paths(view)) == 4


def test_copying(view: ResponseTree) -> None:
    view.reveal([0, 0, 0])
    press(view, "Copy Value")
    assert clipboard() == 'a\n"b"'
    press(view, "Copy as JSON")
    assert clipboard() == '"a\\n\\"b\\""'
    press(view, "Copy Path")
    assert clipboard() == "$['value'][0]['Name']"
    view.reveal([0, 1])
    press(view, "Copy Value")
    assert clipboard() == '{"Name":1.10}'
    view.reveal([])
    press(view, "Copy as JSON")
    assert clipboard() == BODY.decode()


def test_too_much_to_copy_is_refused(
    view: ResponseTree, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_view, "MOST_COPIED", 10)
    QGuiApplication.clipboard().setText("before")
    with qtbot.waitSignal(view.copy_refused):
        press(view, "Copy as JSON")
    assert clipboard() == "before"


def test_opening_and_closing_all(view: ResponseTree, qtbot: QtBot) -> None:
    press(view, "Expand All Below")
    qtbot.waitUntil(lambda: len(open_paths(view)) == 4)
    press(view, "Collapse All")
    assert open_paths(view) == ["$"]
    view.expand_to(2)
    assert open_paths(view) == ["$", "$['value']"]


def test_a_value_is_revealed(view: ResponseTree) -> None:
    view.reveal([0, 1, 0])
    assert view.currentIndex().siblingAtColumn(1).data() == "1.10"
    assert open_paths(view) == ["$", "$['value']", "$['value'][1]"]


def test_the_width_of_the_names_stays(view: ResponseTree) -> None:
    view.header().resizeSection(0, 123)
    view.show_model(model_of(b"[1]"))
    assert view.header().sectionSize(0) == 123


def test_without_a_tree_nothing_happens(view: ResponseTree) -> None:
    view.show_model(None)
    QGuiApplication.clipboard().setText("before")
    for action in view.actions():
        action.trigger()
    view.expand_to(2)
    view.reveal([1])
    assert clipboard() == "before"


def test_every_action_has_keys_of_its_own(view: ResponseTree) -> None:
    keys = [each.shortcut().toString() for each in view.actions() if not each.isSeparator()]
    assert all(keys)
    assert len(set(keys)) == 5
