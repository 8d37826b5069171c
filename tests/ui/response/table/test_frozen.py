from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import ResponseTable
from tests.ui.response.table.test_model import table_of

COUNT = 12
ROWS = b"[" + b",".join([b"{" + b",".join(b'"c%d":%d' % (i, i) for i in range(COUNT)) + b"}"] * 99)


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ResponseTable:
    made = ResponseTable()
    made.resize(500, 300)
    made.show_model(TableModel(table_of(ROWS + b"]")))
    shown(made)
    made.frozen.freeze(2)
    return made


def test_it_is_over_the_columns_and_stays_there(view: ResponseTable) -> None:
    width = view.columnWidth(0) + view.columnWidth(1)
    assert view.frozen.width() == width + 1
    assert view.frozen.pos().x() == view.verticalHeader().width() + view.frameWidth()
    view.horizontalScrollBar().setValue(200)
    assert view.frozen.columnAt(5) == 0
    view.frozen.horizontalScrollBar().setValue(50)
    assert view.frozen.horizontalScrollBar().value() == 0


def test_both_scroll_together(view: ResponseTable) -> None:
    view.verticalScrollBar().setValue(30)
    assert view.frozen.verticalScrollBar().value() == 30
    assert view.frozen.rowAt(2) == view.rowAt(2) == 30
    view.frozen.verticalScrollBar().setValue(7)
    assert view.verticalScrollBar().value() == 7


def test_one_selection_for_both(view: ResponseTable, qtbot: QtBot) -> None:
    cell = view.frozen.visualRect(view.model().index(2, 1)).center()
    qtbot.mouseClick(view.frozen.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 1)


def test_its_cells_have_their_menu(view: ResponseTable, qtbot: QtBot) -> None:
    view.horizontalScrollBar().setValue(300)
    place = view.frozen.visualRect(view.model().index(2, 1)).center()
    screen = view.frozen.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, screen)
    with qtbot.waitSignal(view.cell_menu_requested) as asked:
        view.contextMenuEvent(event)
    assert asked.args[0] == view.model().index(2, 1)


def test_a_cell_is_not_left_under_it(view: ResponseTable) -> None:
    view.setCurrentIndex(view.model().index(0, COUNT - 1))
    view.setCurrentIndex(view.model().index(0, 3))
    assert view.visualRect(view.model().index(0, 3)).left() >= view.frozen.width() - 1


def test_widths_and_places_go_both_ways(view: ResponseTable) -> None:
    view.setColumnWidth(0, 90)
    assert view.frozen.columnWidth(0) == 90
    view.frozen.across.resizeSection(1, 110)
    assert view.columnWidth(1) == 110
    assert view.frozen.width() == 201
    view.frozen.across.moveSection(0, 1)
    assert view.across.logicalIndex(0) == 1


def test_it_leaves_room_for_the_others(view: ResponseTable) -> None:
    view.frozen.freeze(COUNT)
    assert view.frozen.width() < view.viewport().width()


def test_it_goes_with_the_table(view: ResponseTable) -> None:
    view.show_model(TableModel(table_of(b'[{"x":1}]')))
    assert not view.frozen.isVisible()
    view.frozen.freeze(1)
    assert view.frozen.isVisible()
    view.resize(900, 500)
    bottom = view.frozen.mapTo(view, QPoint(0, view.frozen.height())).y()
    assert bottom == view.viewport().geometry().bottom() + 1


def test_the_picture_of_a_frozen_column_is_that_of_the_table(view: ResponseTable) -> None:
    area = view.frozen.visualRect(view.model().index(1, 0)).adjusted(1, 1, -2, -2)
    over = view.frozen.viewport().grab(area).toImage()
    view.frozen.freeze(0)
    assert view.viewport().grab(area).toImage() == over
