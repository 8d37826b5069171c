from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.table.columns import TableColumns
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import ResponseTable
from k2bench.workbench.table_layouts import TableLayout
from tests.ui.response.table.test_model import table_of

ROWS = b'[{"a":1,"b":2,"c":3,"d":4,"e":5}]'


@pytest.fixture
def columns(shown: Callable[[QWidget], QWidget]) -> TableColumns:
    view = ResponseTable()
    view.resize(900, 300)
    made = TableColumns(view)
    view.show_model(TableModel(table_of(ROWS)))
    made.use(TableLayout())
    shown(view)
    return made


def order(columns: TableColumns) -> str:
    return "".join(columns.names[column] for column in columns.shown())


def again(columns: TableColumns, data: bytes) -> None:
    """Another answer of the same entity set."""
    columns._view.show_model(TableModel(table_of(data)))
    columns.use(columns.layout)


def test_hiding_and_showing(columns: TableColumns, qtbot: QtBot) -> None:
    with qtbot.waitSignal(columns.changed):
        columns.hide(1)
    assert (order(columns), columns.layout.hidden) == ("acde", ("b",))
    columns.show_only([0, 4])
    assert order(columns) == "ae"
    columns.show_all()
    assert (order(columns), columns.layout.hidden) == ("abcde", ())


def test_the_last_column_stays(columns: TableColumns) -> None:
    columns.show_only([2])
    columns.hide(2)
    columns.show_only([])
    assert order(columns) == "c"
    again(columns, b'[{"a":1,"b":2}]')
    assert order(columns) == "ab"
    again(columns, b'[{"a":1}]')
    assert order(columns) == "a"


def test_moved_columns_stay_so_in_the_next_answer(columns: TableColumns) -> None:
    columns._view.across.moveSection(3, 0)
    assert (order(columns), columns.layout.order) == ("dabce", ("d", "a", "b", "c", "e"))
    again(columns, b'[{"new":0,"b":2,"a":1,"d":4}]')
    assert order(columns) == "dab" + "new"
    columns._view.across.moveSection(3, 0)
    assert columns.layout.order == ("new", "d", "a", "b", "c", "e")


def test_widths_are_remembered_only_when_a_hand_changed_them(
    columns: TableColumns, qtbot: QtBot
) -> None:
    columns._view.setColumnWidth(0, 200)
    assert columns.layout.widths == {}
    header = columns._view.across
    edge = header.sectionViewportPosition(1) + header.sectionSize(1) - 1
    button = Qt.MouseButton.LeftButton
    viewport = header.viewport()
    qtbot.mousePress(viewport, button, pos=QPoint(edge, 8))
    qtbot.mouseMove(viewport, QPoint(edge + 40, 8))
    qtbot.mouseRelease(viewport, button, pos=QPoint(edge + 40, 8))
    width = columns._view.columnWidth(1)
    assert columns.layout.widths == {"b": width / 4}
    again(columns, b'[{"b":1,"a":1}]')
    assert columns._view.columnWidth(0) == width


def test_freezing(columns: TableColumns) -> None:
    columns.freeze(1)
    assert columns._view.frozen.isVisible()
    assert columns.layout.frozen == ("a", "b")
    columns._view.across.moveSection(4, 0)
    assert columns.layout.frozen == ("e", "a")
    again(columns, b'[{"x":1,"a":1,"b":1}]')
    assert order(columns) == "abx"
    assert columns._view.frozen.count == 1
    columns.freeze(-1)
    assert not columns._view.frozen.isVisible()
    assert columns.layout.frozen == ()


def test_reset(columns: TableColumns, qtbot: QtBot) -> None:
    columns._view.across.moveSection(3, 0)
    columns.hide(1)
    columns.freeze(0)
    with qtbot.waitSignal(columns.changed):
        columns.reset()
    assert (order(columns), columns.layout) == ("abcde", TableLayout())
    assert not columns._view.frozen.isVisible()


def test_columns_found_later_are_laid_out_too(columns: TableColumns) -> None:
    table = table_of(b'[{"a":1},{"b":2}]', learned=False)
    next(table.learn())
    model = TableModel(table)
    model._columns = model._columns[:1]
    columns._view.show_model(model)
    columns.use(TableLayout({"b": 50.0}, ("b", "a"), (), ()))
    model.grow()
    columns.grew()
    assert order(columns) == "ba"
    assert columns._view.columnWidth(1) == 200


def test_very_many_columns_are_not_put_in_order(columns: TableColumns) -> None:
    row = ",".join(f'"c{i}":{i}' for i in range(3000))
    columns._view.show_model(TableModel(table_of(f"[{{{row}}}]".encode())))
    columns.use(TableLayout({}, ("c2", "c1"), ("c0",), ("c1",)))
    assert columns.hidden() == [0]
    columns.hide(1)
    columns.reset()
    assert len(columns.shown()) == 3000
