from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import NARROWEST, WIDEST, ResponseTable
from tests.ui.response.table.test_model import table_of

ROWS = b'[{"ID":1,"Text":"tab\\there","Long":"%s","No":null},{"ID":2,"Text":"plain","On":true}]' % (
    b"x" * 3000
)


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ResponseTable:
    made = ResponseTable()
    made.resize(900, 300)
    made.show_model(TableModel(table_of(ROWS)))
    shown(made)
    return made


def test_names_and_heights(view: ResponseTable) -> None:
    assert view.accessibleName() == "Response table"
    assert view.rowHeight(0) == 24


def test_columns_are_as_wide_as_what_they_hold_within_limits(view: ResponseTable) -> None:
    widths = [view.columnWidth(column) for column in range(5)]
    assert min(widths) >= NARROWEST * 4
    assert widths[2] == WIDEST * 4


def test_a_click_on_a_header_sorts_up_down_and_not(view: ResponseTable, qtbot: QtBot) -> None:
    header = view.horizontalHeader()
    with qtbot.waitSignal(view.sort_requested) as asked:
        header.sectionClicked.emit(1)
    assert asked.args == [1, False]
    view.show_sorted((1, False))
    with qtbot.waitSignal(view.sort_requested) as asked:
        header.sectionClicked.emit(1)
    assert asked.args == [1, True]
    view.show_sorted((1, True))
    with qtbot.waitSignal(view.unsort_requested):
        header.sectionClicked.emit(1)
    with qtbot.waitSignal(view.sort_requested) as asked:
        header.sectionClicked.emit(0)
    assert asked.args == [0, False]


def test_keys_copy_and_open(view: ResponseTable, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(view.model().index(1, 1))
    with qtbot.waitSignal(view.copy_requested):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.cell_requested) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args[0] == view.model().index(1, 1)


def test_the_menu_key_asks_for_the_menu_of_the_current_cell(
    view: ResponseTable, qtbot: QtBot
) -> None:
    view.setCurrentIndex(view.model().index(1, 1))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(view.cell_menu_requested) as asked:
        view.contextMenuEvent(event)
    assert asked.args[0] == view.model().index(1, 1)
    place = view.visualRect(view.model().index(0, 0)).center()
    mouse = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place)
    )
    with qtbot.waitSignal(view.cell_menu_requested) as asked:
        view.contextMenuEvent(mouse)
    assert asked.args[0] == view.model().index(0, 0)


def test_a_header_asks_for_the_menu_of_its_column(view: ResponseTable, qtbot: QtBot) -> None:
    header = view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 5, 5)
    with qtbot.waitSignal(view.column_menu_requested) as asked:
        header.customContextMenuRequested.emit(place)
    assert asked.args == [1, header.viewport().mapToGlobal(place)]


def test_a_click_on_a_chip_opens_it_and_one_beside_it_does_not(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    view = ResponseTable()
    view.resize(600, 200)
    view.show_model(TableModel(table_of(b'[{"a":{"x":1},"b":2}]')))
    shown(view)
    view.setColumnWidth(0, 300)  # wider than the chip in any font
    index = view.model().index(0, 0)
    cell = view.visualRect(index)
    button = Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(view.cell_requested):
        qtbot.mouseClick(view.viewport(), button, pos=cell.center() + QPoint(cell.width() // 3, 0))
    chip = QPoint(cell.left() + 14, cell.center().y())
    with qtbot.waitSignal(view.cell_requested) as opened:
        qtbot.mouseClick(view.viewport(), button, pos=chip)
    assert opened.args[0] == index


def test_a_header_makes_room_for_the_mark_of_a_filter(view: ResponseTable) -> None:
    view.setColumnWidth(0, 32)
    view.make_room(0)
    assert view.columnWidth(0) > 32


def test_another_order_forgets_the_current_row(view: ResponseTable) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    assert view._cells.current_row == 1
    view._model.set_order(None)
    assert view._cells.current_row == -1


def test_many_columns_are_not_all_measured(shown: Callable[[QWidget], QWidget]) -> None:
    row = ",".join(f'"column {i}":{i}' for i in range(5000))
    view = ResponseTable()
    view.show_model(TableModel(table_of(f"[{{{row}}}]".encode())))
    shown(view)
    assert view.columnWidth(4000) == view.horizontalHeader().defaultSectionSize()


def test_headers_do_not_ask_every_row_whether_it_is_selected(view: ResponseTable) -> None:
    view.selectAll()
    for header in (view.horizontalHeader(), view.verticalHeader()):
        assert not header.selectionModel().hasSelection()
    view.show_model(TableModel(table_of(ROWS)))
    assert view.horizontalHeader().selectionModel().model() is view.model()
    view.selectColumn(0)
    assert len(view.selectedIndexes()) == 2
