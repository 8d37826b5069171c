from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Variable, variable_kind
from k2bench.core.secret import Secret
from k2bench.ui.environments.variables import VariablesEditor
from k2bench.ui.kit.clipboard import SecretClipboard

VARIABLES = (Variable("dept", "12"), Variable("key", secret=True))


@pytest.fixture
def editor(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> VariablesEditor:
    made = VariablesEditor(clipboard)
    shown(made)
    made.show_variables(VARIABLES, {variable_kind("key"): Secret("s3cret")})
    return made


def test_they_come_back_as_they_were(editor: VariablesEditor) -> None:
    assert editor.variables() == VARIABLES
    assert editor.secrets() == {"variable/key": Secret("s3cret")}


def test_a_row_is_added_filled_and_removed(editor: VariablesEditor, qtbot: QtBot) -> None:
    qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    assert editor.variables() == VARIABLES  # a row without a name is none
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClicks(editor.rows[2].name, "x")
    assert editor.variables()[2] == Variable("x")
    qtbot.mouseClick(editor.rows[0].remove, Qt.MouseButton.LeftButton)
    assert [each.name for each in editor.variables()] == ["key", "x"]


def test_each_row_is_a_group_with_a_name_of_its_own(editor: VariablesEditor) -> None:
    editor.rows[0].remove.click()
    editor.add.click()
    assert [row.accessibleName() for row in editor.rows] == ["Variable 1", "Variable 2"]


def test_ticking_secret_masks_the_value_and_unticking_forgets_it(editor: VariablesEditor) -> None:
    row = editor.rows[0]
    row.secret.setChecked(True)
    assert row.variable() == Variable("dept", "", secret=True)
    assert editor.secrets()["variable/dept"] == Secret("12")
    assert not row.value.isVisible()
    row.secret.setChecked(False)
    assert row.variable() == Variable("dept", "")


def test_secrets_found_later_do_not_replace_what_was_typed(editor: VariablesEditor) -> None:
    editor.rows[1].secret_value.show_secret(Secret("typed"))
    editor.show_secrets({"variable/key": Secret("found")})
    assert editor.secrets()["variable/key"] == Secret("typed")
    editor.rows[1].secret_value.show_secret(None)
    editor.show_secrets({"variable/key": Secret("found")})
    assert editor.secrets()["variable/key"] == Secret("found")
