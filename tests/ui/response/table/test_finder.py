import json
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.wanted import Wanted
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.cell_mark import CellMark
from k2bench.ui.response.table.finder import TableFinder
from k2bench.ui.response.table.page import TablePage
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata
from tests.ui.response.finders import found
from tests.ui.response.table.test_page import filled


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> TablePage:
    made = TablePage()
    made.resize(800, 300)
    shown(made)
    qtbot.addWidget(made.filter)
    return made


def finder_of(page: TablePage) -> TableFinder:
    assert isinstance(page.finder, TableFinder)
    return page.finder


def test_from_cell_to_cell(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(200), bridge, qtbot)
    finder = finder_of(page)
    assert found(finder, "name 3") == 29
    assert finder.nearest() == 0
    finder.jump(28)
    current = page.view.currentIndex()
    assert (current.row(), current.data()) == (199, "Name 3")
    assert page.view.visualRect(current).top() >= 0
    assert finder.nearest() == 28
    finder.mark(28)
    assert finder.mark_of(199, 1) is CellMark.CURRENT
    assert finder.mark_of(192, 1) is CellMark.HIT
    assert finder.mark_of(192, 0) is finder.mark_of(193, 1) is CellMark.NONE
    finder.clear()
    assert finder.mark_of(199, 1) is CellMark.NONE


def test_it_begins_at_the_first_row_that_is_seen(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(200), bridge, qtbot)
    assert found(finder_of(page), "name") == 200
    page.view.verticalScrollBar().setValue(100)
    assert finder_of(page).nearest() == 100


def test_rows_and_columns_as_they_are_shown(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    body = json.dumps([{"a": "x1", "b": "x2", "c": "x3"}, {"a": "x4", "b": "x5", "c": "x6"}])
    filled(page, body.encode(), bridge, qtbot)
    finder = finder_of(page)
    with qtbot.waitSignal(page.findable_changed, timeout=PATIENCE):
        page.sort(0, True)
    header = page.view.horizontalHeader()
    with qtbot.waitSignal(page.findable_changed, timeout=PATIENCE):
        header.moveSection(2, 0)
    page.view.setColumnHidden(1, True)
    assert found(finder, "x") == 4
    seen = []
    for index in range(4):
        finder.jump(index)
        seen.append(page.view.currentIndex().data())
    assert seen == ["x6", "x4", "x3", "x1"]


def test_nothing_to_search_while_rows_are_missing(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    finder = finder_of(page)
    assert finder.search(Wanted("a")) is None
    assert finder.nearest() == 0
    finder.jump(0)
    finder.mark(0)
    with qtbot.waitSignal(page.findable_changed, timeout=PATIENCE):
        filled(page, odata(3), bridge, qtbot)
    assert found(finder, "name") == 3


def test_a_cell_that_was_found_looks_unlike_others(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(3), bridge, qtbot)
    page.view.show_marks(None)
    plain = page.view.viewport().grab().toImage()
    page.view.show_marks(lambda row, column: CellMark.HIT if row else CellMark.NONE)
    hits = page.view.viewport().grab().toImage()
    page.view.show_marks(lambda row, column: CellMark.CURRENT if row else CellMark.NONE)
    current = page.view.viewport().grab().toImage()
    assert plain != hits != current != plain
