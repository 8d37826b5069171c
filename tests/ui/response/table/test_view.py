from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.table import view as table_view
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


def test_copying_whole_values(view: ResponseTable, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0] == '1\t"tab\there"\t' + "x" * 3000 + "\t\t"
    assert copied[1] == "2\tplain\t\t\ttrue"


def test_too_much_is_not_copied_in_part(
    view: ResponseTable, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_view, "MOST_COPIED", 3)
    QGuiApplication.clipboard().setText("before")
    view.selectAll()
    with qtbot.waitSignal(view.copy_refused):
        view.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_another_order_forgets_the_current_row(view: ResponseTable) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    assert view._cells.current_row == 1
    view._model.set_order(None)
    assert view._cells.current_row == -1


def test_nothing_to_copy(view: ResponseTable) -> None:
    QGuiApplication.clipboard().setText("before")
    view.copy()
    view.show_model(None)
    view.copy()
    assert QGuiApplication.clipboard().text() == "before"


def test_many_columns_are_not_all_measured(shown: Callable[[QWidget], QWidget]) -> None:
    row = ",".join(f'"column {i}":{i}' for i in range(5000))
    view = ResponseTable()
    view.show_model(TableModel(table_of(f"[{{{row}}}]".encode())))
    shown(view)
    assert view.columnWidth(4000) == view.horizontalHeader().defaultSectionSize()
