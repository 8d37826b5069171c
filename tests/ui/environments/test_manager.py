from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, ProblemKind, input_error
from k2bench.ui.environments.manager import EnvironmentManager
from k2bench.ui.kit.clipboard import SecretClipboard

BOTH = (Environment("1", "Dev"), Environment("2", "Test"), Environment("d", "D", transient=True))


@pytest.fixture
def manager(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> EnvironmentManager:
    made = EnvironmentManager(clipboard)
    shown(made)
    made.show_environments(BOTH, "1")
    made.show_environment(BOTH[0], {})
    return made


def test_the_list_and_choosing_from_it(manager: EnvironmentManager, qtbot: QtBot) -> None:
    assert manager.list.count() == 2
    with qtbot.waitSignal(manager.chosen) as chosen:
        manager.list.setCurrentRow(1)
    assert chosen.args == ["2"]
    with qtbot.waitSignal(manager.chosen) as chosen:
        qtbot.mouseClick(manager.new, Qt.MouseButton.LeftButton)
    assert chosen.args == [""]
    assert not manager.delete.isEnabled()


def test_without_environments_it_says_what_to_do(manager: EnvironmentManager) -> None:
    assert not manager.none.isVisible()
    manager.show_environments((), "")
    assert manager.none.isVisible()
    assert not manager.list.isVisible()


def test_deleting_takes_two_clicks(manager: EnvironmentManager, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(manager.delete_requested):
        qtbot.mouseClick(manager.delete, Qt.MouseButton.LeftButton)
    assert "for good" in manager.delete.text()
    with qtbot.waitSignal(manager.delete_requested) as asked:
        qtbot.mouseClick(manager.delete, Qt.MouseButton.LeftButton)
    assert asked.args == ["1"]
    assert manager.delete.text() == "Delete"


def test_save_gives_the_form_and_says_when_it_is_not_saved(
    manager: EnvironmentManager, qtbot: QtBot
) -> None:
    manager.editor.lines["Name"].end(False)
    qtbot.keyClicks(manager.editor.lines["Name"], "!")
    assert manager.state.text() == "Not saved"
    with qtbot.waitSignal(manager.save_requested) as asked:
        qtbot.mouseClick(manager.save, Qt.MouseButton.LeftButton)
    assert asked.args[0].name == "Dev!"
    manager.show_saved("Saved.")
    assert manager.state.text() == "Saved."


def test_a_problem_is_said_at_its_field_or_on_top(manager: EnvironmentManager) -> None:
    manager.show_problem(input_error("It is taken", "Choose another", "Name").problem)
    assert "taken" in manager.editor.fields["Name"].message()
    assert not manager.banner.isVisible()
    manager.show_problem(Problem(ProblemKind.STORAGE, "The disk is full"))
    assert manager.banner.isVisible()


def test_unsaved_work_takes_a_second_click_to_throw_away(
    manager: EnvironmentManager, qtbot: QtBot
) -> None:
    qtbot.keyClicks(manager.editor.lines["Name"], "!")
    manager.close_.click()
    assert manager.isVisible()
    assert manager.close_.text() == "Close Without Saving"
    manager.close_.click()
    assert not manager.isVisible()
