from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from k2bench.ui.actions import Actions


def test_every_action_is_in_a_menu_and_no_shortcut_is_taken_twice(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill_menus()
    menus = [entry.menu() for entry in window.menuBar().actions()]
    menus += [entry.menu() for menu in menus for entry in menu.actions() if entry.menu()]
    listed = {id(entry) for menu in menus for entry in menu.actions()}
    assert [each.text() for each in actions.all() if id(each) not in listed] == []
    keys = [key.toString() for each in actions.all() for key in each.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_shortcuts_that_people_know(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert actions.send.shortcut().toString() == "Ctrl+Return"
    assert actions.focus_url.shortcut().toString() == "Ctrl+L"
    assert actions.next_pane.shortcut().toString() == "F6"
    assert actions.cancel.shortcut().toString() == "Esc"
