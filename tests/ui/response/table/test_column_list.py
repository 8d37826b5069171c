import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from k2bench.content.columns import Column, ColumnType
from k2bench.ui.kit.row_delegate import DETAIL_ROLE
from k2bench.ui.response.table.column_list import ColumnList, toggled
from tests.ui.response.table.test_model import FATAL

COLUMNS = [(2, Column("Zürich", ColumnType.TEXT)), (0, Column("", declared="Edm.Int64"))]
TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(qapp: object) -> ColumnList:
    made = ColumnList(COLUMNS, {2})
    made._tester = QAbstractItemModelTester(made, FATAL)  # type: ignore[attr-defined]
    return made


def names(model: ColumnList) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_names_types_and_ticks(model: ColumnList) -> None:
    assert names(model) == ["Zürich", "(no name)"]
    assert [model.index(row).data(DETAIL_ROLE) for row in (0, 1)] == ["text", "Edm.Int64"]
    assert [model.index(row).data(TICK) for row in (0, 1)] == [
        Qt.CheckState.Checked,
        Qt.CheckState.Unchecked,
    ]


def test_ticking(model: ColumnList) -> None:
    toggled(model, model.index(0))
    toggled(model, model.index(1))
    assert model.shown == {0}
    assert not model.setData(model.index(0), "x")


def test_narrowing_and_ticking_what_is_listed(model: ColumnList) -> None:
    model.narrow(" ZÜR ")
    assert names(model) == ["Zürich"]
    model.tick_all(False)
    model.narrow("")
    assert (len(names(model)), model.shown) == (2, set())
    model.tick_all(True)
    assert model.shown == {0, 2}
    model.narrow("nothing")
    model.tick_all(False)
    assert model.shown == {0, 2}
