from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, ProblemKind, input_error
from k2bench.ui.environments.manager import EnvironmentManager
from k2bench.ui.environments.words import not_forgotten
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.clipboard import SecretClipboard

BOTH = (Environment("1", "Dev"), Environment("2", "Test"), Environment("d", "D", transient=True))


@pytest.fixture
def manager(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> EnvironmentManager:
    made = EnvironmentManager(clipboard)
    shown(made)
    made.show_environments(BOTH, "1")
    made.show_environment(BOTH[0], {})
    return made


def edit(manager: EnvironmentManager, qtbot: QtBot) -> None:
    manager.editor.lines["Name"].end(False)
    qtbot.keyClicks(manager.editor.lines["Name"], "!")


def click_row(manager: EnvironmentManager, qtbot: QtBot, row: int) -> None:
    at = manager.list.visualItemRect(manager.list.item(row)).center()
    qtbot.mouseClick(manager.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def rows_shown(manager: EnvironmentManager) -> list[int]:
    """The rows that look chosen; the current one is the same."""
    selected = [manager.list.row(each) for each in manager.list.selectedItems()]
    return selected if selected == [manager.list.currentRow()] else []


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
    manager.show_saving(manager.editor.environment(), {})
    manager.show_saved("Saved.")
    assert manager.state.text() == "Saved."


def test_a_problem_is_said_at_its_field_or_on_top(manager: EnvironmentManager) -> None:
    manager.show_problem(input_error("It is taken", "Choose another", "Name").problem)
    assert "taken" in manager.editor.fields["Name"].message()
    assert not manager.banner.isVisible()
    manager.show_problem(Problem(ProblemKind.STORAGE, "The disk is full"))
    assert manager.banner.isVisible()


def test_closing_with_unsaved_edits_asks(manager: EnvironmentManager, qtbot: QtBot) -> None:
    edit(manager, qtbot)
    manager.close_.click()
    assert manager.isVisible()
    assert "Dev" in manager.unsaved.accessibleDescription()
    manager.unsaved.discard.click()
    assert not manager.isVisible()


@pytest.mark.parametrize("way", ["escape", "cross"])
def test_escape_and_the_cross_ask_as_close_does(
    manager: EnvironmentManager, qtbot: QtBot, way: str
) -> None:
    edit(manager, qtbot)
    if way == "escape":
        qtbot.keyClick(manager, Qt.Key.Key_Escape)
    else:
        manager.close()
    assert manager.isVisible()
    assert manager.unsaved.isVisible()
    manager.unsaved.keep.click()
    assert manager.isVisible()
    assert not manager.unsaved.isVisible()
    assert manager.editor.lines["Name"].text() == "Dev!"
    assert manager.state.text() == "Not saved"


def test_another_row_is_not_shown_before_the_edits_are_seen_to(
    manager: EnvironmentManager, qtbot: QtBot
) -> None:
    edit(manager, qtbot)
    with qtbot.assertNotEmitted(manager.chosen):
        click_row(manager, qtbot, 1)
    assert manager.unsaved.isVisible()
    qtbot.waitUntil(lambda: rows_shown(manager) == [0])
    with qtbot.waitSignal(manager.chosen) as chosen:
        manager.unsaved.discard.click()
    assert chosen.args == ["2"]
    assert rows_shown(manager) == [1]
    assert not manager.unsaved.isVisible()


def test_new_and_duplicate_ask_too(manager: EnvironmentManager, qtbot: QtBot) -> None:
    edit(manager, qtbot)
    with (
        qtbot.assertNotEmitted(manager.chosen),
        qtbot.assertNotEmitted(manager.duplicate_requested),
    ):
        manager.new.click()
        manager.duplicate.click()
    with qtbot.waitSignal(manager.duplicate_requested) as asked:  # what was asked last
        manager.unsaved.discard.click()
    assert asked.args == ["1"]


def test_saving_the_edits_goes_on_when_they_were_saved(
    manager: EnvironmentManager, qtbot: QtBot
) -> None:
    edit(manager, qtbot)
    click_row(manager, qtbot, 1)
    manager.save_requested.connect(manager.show_saving)
    with qtbot.waitSignals([manager.save_requested, manager.chosen]):
        manager.unsaved.save.click()
    assert rows_shown(manager) == [1]


def test_edits_that_cannot_be_saved_stay(manager: EnvironmentManager, qtbot: QtBot) -> None:
    edit(manager, qtbot)
    manager.close_.click()
    problem = input_error("It is taken", "Choose another", "Name").problem
    manager.save_requested.connect(lambda *_: manager.show_problem(problem))
    manager.unsaved.save.click()
    assert manager.isVisible()
    assert "taken" in manager.editor.fields["Name"].message()
    assert manager.editor.lines["Name"].text() == "Dev!"
    assert manager.state.text() == "Not saved"


def test_what_is_typed_while_a_save_is_under_way_is_not_saved(
    manager: EnvironmentManager, qtbot: QtBot
) -> None:
    edit(manager, qtbot)
    manager.show_saving(manager.editor.environment(), {})
    edit(manager, qtbot)
    manager.show_saved("Saved.")
    assert manager.state.text() == "Saved. Edited since: not saved."
    manager.close_.click()
    assert manager.isVisible()


def test_without_edits_nothing_is_asked(manager: EnvironmentManager, qtbot: QtBot) -> None:
    click_row(manager, qtbot, 1)
    assert not manager.unsaved.isVisible()
    qtbot.keyClick(manager, Qt.Key.Key_Escape)
    assert not manager.isVisible()


def test_the_keychain_is_asked_again_on_a_click(manager: EnvironmentManager, qtbot: QtBot) -> None:
    manager.show_problem(not_forgotten(BOTH[0], Problem(ProblemKind.STORAGE, "It is locked")))
    with qtbot.waitSignal(manager.forget_requested) as asked:
        next(b for b in manager.banner.findChildren(Button) if b.text() == "Try again").click()
    assert asked.args == ["1"]
    assert not manager.banner.isVisible()


def test_a_taken_name_is_told_while_it_is_typed(manager: EnvironmentManager, qtbot: QtBot) -> None:
    line = manager.editor.lines["Name"]
    line.selectAll()
    qtbot.keyClicks(line, "test")
    assert "“Test” already" in manager.editor.fields["Name"].message()
    qtbot.keyClicks(line, "s")
    assert manager.editor.fields["Name"].message() == ""
