import json
from array import array
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from k2bench.content import row_array
from k2bench.content.arrangement import Arrangement, arrange
from k2bench.content.json_rows import JsonRows
from k2bench.content.table import Table
from k2bench.ui.response.table.model import TableModel
from tests.content.samples import ROWS as SAMPLE_ROWS
from tests.content.samples import SPELLINGS, done, spelled

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def table_of(data: bytes, learned: bool = True) -> Table:
    table = Table(done(JsonRows(data).read()).main)
    if learned:
        done(table.learn())
    return table


def watched(model: TableModel) -> TableModel:
    model._tester = QAbstractItemModelTester(model, FATAL)  # type: ignore[attr-defined]
    return model


ROWS = b"""[{"ID":1078,"Name":"Ada","Salary":1.10,"Boss":null,"On":true,"Tags":[1,2]},
{"ID":9007199254740993,"Name":"","At":"2024-01-31T10:00:00Z"},{"Name":"null","Salary":"x"}]"""


def texts(model: TableModel) -> list[list[str]]:
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_cells_are_as_sent(qapp: object) -> None:
    model = watched(TableModel(table_of(ROWS)))
    assert texts(model) == [
        ["1078", "Ada", "1.10", "null", "true", "[2]", ""],
        ["9007199254740993", "", "", "", "", "", "2024-01-31T10:00:00Z"],
        ["", "null", "x", "", "", "", ""],
    ]


def test_numbers_stand_right_and_spoken_texts_tell_empty_from_null(qapp: object) -> None:
    model = watched(TableModel(table_of(ROWS)))
    align = Qt.ItemDataRole.TextAlignmentRole
    right = Qt.AlignmentFlag.AlignRight
    assert [bool(model.index(0, c).data(align) & right) for c in (0, 1)] == [True, False]
    assert bool(model.headerData(0, Qt.Orientation.Horizontal, align) & right)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(0, 3).data(spoken), model.index(1, 1).data(spoken)] == ["null", "empty"]
    assert model.index(1, 2).data(spoken) == "missing"
    assert model.index(2, 1).data(spoken) == "null"


def test_headers(qapp: object) -> None:
    model = watched(TableModel(table_of(ROWS)))
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(c, across) for c in range(3)] == ["ID", "Name", "Salary"]
    assert model.headerData(1233, down) == "1,234"
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) == "ID\nnumber"
    assert model.headerData(99, across) is None


def test_tips(qapp: object) -> None:
    model = TableModel(table_of(ROWS))
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, 5).data(tip) == "[1,2]"
    assert "local time" in model.index(1, 6).data(tip)
    assert model.index(0, 3).data(tip) == "null"
    assert model.index(0, 1).data(tip) is None


def test_it_grows_only_when_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_array, "STEP", 4096)
    data = b"[" + b",".join(b'{"a":%d}' % i for i in range(2000)) + b',{"late":1}]'
    rows = JsonRows(data)
    work = rows.read()
    next(work)
    table = Table(rows.arrays[0])
    next(table.learn())
    model = watched(TableModel(table))
    first = model.rowCount()
    done(work)
    done(table.learn())
    assert (model.rowCount(), model.columnCount()) == (first, 1)
    with qtbot.waitSignals([model.rowsInserted, model.columnsInserted]):
        model.grow()
    assert (model.rowCount(), model.columnCount()) == (2001, 2)
    assert model.index(2000, 1).data() == "1"


def test_a_new_type_is_told(qtbot: QtBot) -> None:
    table = table_of(b'[{"a":null}]')
    model = watched(TableModel(table))
    table._finder.look(b'{"a":1}', 1)
    table.columns = table._finder.columns()
    with qtbot.waitSignals([model.headerDataChanged, model.dataChanged]):
        model.grow()


def test_another_order(qapp: object) -> None:
    model = watched(TableModel(table_of(b'[{"a":1},{"a":2},{"a":3}]')))
    model.set_order(array("I", [2, 0]), (0, True))
    assert texts(model) == [["3"], ["1"]]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "a ↓"
    assert model.source_row(0) == 2
    model.grow()
    assert model.rowCount() == 2
    model.set_order(None)
    assert texts(model) == [["1"], ["2"], ["3"]]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "a"


@pytest.mark.parametrize("data", [b"[]", b'[{"a":NaN},7,{"\\ud800":"\xff"}]'])
def test_odd_tables(qapp: object, data: bytes) -> None:
    model = watched(TableModel(table_of(data)))
    texts(model)
    assert model.rowCount(QModelIndex()) == json.loads(str(model.table.rows.count))


def test_whole_texts(qapp: object) -> None:
    model = TableModel(table_of(b'[{"a":"' + b"x" * 9000 + b'","b":null}]'))
    assert len(model.text(0, 0)) == 9000
    assert model.text(0, 1) == ""


def test_a_filtered_column_is_marked_and_says_how(qtbot: QtBot) -> None:
    model = watched(TableModel(table_of(ROWS)))
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    mark = Qt.ItemDataRole.DecorationRole
    with qtbot.waitSignal(model.headerDataChanged):
        model.show_filters({"Name": "contains “a”"})
    assert [model.headerData(c, across, mark) is not None for c in range(3)] == [False, True, False]
    assert model.headerData(1, across, tip) == "Name\ntext\ncontains “a”"
    model.show_filters({})
    assert model.headerData(1, across, mark) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAMPLE_ROWS, SPELLINGS)
def test_the_table_is_what_json_says(qapp: object, rows: list[Any], spelling: Any) -> None:
    data = spelled({"value": rows}, spelling)
    model = watched(TableModel(table_of(data)))
    names = list(dict.fromkeys(name for row in rows for name in row))
    assert [column.name for column in model.columns] == names
    for place, row in enumerate(json.loads(data)["value"]):
        for column, name in enumerate(names):
            raw = model.table.value(place, name)
            assert (raw is not None) is (name in row)
            assert raw is None or json.loads(raw) == row[name]
            if isinstance(row.get(name), str):
                assert model.text(place, column) == row[name]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAMPLE_ROWS, st.sampled_from("abcd"), st.booleans(), st.text("abcé1", max_size=2))
def test_sorted_and_filtered_it_is_still_a_model(
    qapp: object, rows: list[Any], name: str, descending: bool, text: str
) -> None:
    model = watched(TableModel(table_of(spelled(rows, {}))))
    wanted = Arrangement(text, (), name, descending)
    order = done(arrange(model.table.rows, model.columns, wanted))
    model.set_order(order, (0, descending))
    assert model.rowCount() == len(order or ())
    model.grow()
    model.set_order(None)
    assert model.rowCount() == len(rows)


def test_a_longer_part_goes_on_in_place(qapp: object) -> None:
    model = watched(TableModel(table_of(b'[{"a":1},{"a":2},{"a":')))
    assert not model.follow(table_of(b'[{"a":1},'))  # less than is shown
    assert not model.follow(table_of(b'[{"b":1},{"b":2},{"b":3}]'))  # something else
    assert model.follow(table_of(b'[{"a":1},{"a":2},{"a":3},{"a":4,"b":5}]'))
    assert texts(model) == [["1", ""], ["2", ""], ["3", ""], ["4", "5"]]
    model.set_order(array("I", [2, 0]))
    assert model.follow(table_of(b'[{"a":1},{"a":2},{"a":3},{"a":4,"b":5},{"a":6}]'))
    assert texts(model) == [["3", ""], ["1", ""]]
