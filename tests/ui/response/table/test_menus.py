from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from k2bench.content.copy_format import CopyFormat
from k2bench.ui.response.table.menus import (
    CellCommand,
    ColumnState,
    Command,
    QueryCommand,
    fill_cell_menu,
    fill_column_menu,
    fill_query_menu,
)


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    return made


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def test_every_command_is_in_the_menu_of_a_column(menu: QMenu) -> None:
    done: list[Any] = []
    fill_column_menu(menu, ColumnState(True, True, True, False, True, False, True), done.append)
    for action in entries(menu):
        action.trigger()
    assert done == list(Command)
    assert [action.text() for action in entries(menu)] == [each.value for each in Command]


def test_what_would_do_nothing_cannot_be_chosen(menu: QMenu) -> None:
    fill_column_menu(menu, ColumnState(is_only_one=True, is_last=True), lambda _: None)
    off = {action.text() for action in entries(menu) if not action.isEnabled()}
    assert off == {
        Command.UNSORT.value,
        Command.UNFILTER.value,
        Command.HIDE.value,
        Command.SHOW_ALL.value,
        Command.FREEZE.value,
        Command.UNFREEZE.value,
        Command.RESET.value,
    }


def test_the_menu_of_a_cell(menu: QMenu) -> None:
    done: list[Any] = []
    copy = QAction("Copy")
    inner = fill_cell_menu(menu, copy, done.append, done.append)
    assert copy in menu.actions()
    assert inner.title() == "Column"
    formats = next(a.menu() for a in menu.actions() if a.text() == "Copy As")
    for action in (*entries(menu), *entries(formats)):
        if action.menu() is None:
            action.trigger()
    assert done == [*CellCommand, *CopyFormat]


def test_only_what_has_an_order_is_more_or_less(menu: QMenu) -> None:
    asked: list[QueryCommand] = []
    fill_query_menu(menu, False, asked.append)
    assert [action.text() for action in menu.actions()] == [
        "Filter by This Value",
        "Exclude This Value",
    ]
    menu.clear()
    fill_query_menu(menu, True, asked.append)
    for action in menu.actions():
        action.trigger()
    assert [each.value for each in asked] == ["eq", "ne", "ge", "le"]
