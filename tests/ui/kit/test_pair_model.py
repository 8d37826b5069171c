import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.core.request import Pair
from k2bench.ui.kit.pair_model import Column, PairModel

ACCEPT = Pair("Accept", "application/json")
TOP, SKIP = Pair("$top", "5"), Pair("$skip", "10", False)
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(qapp: QApplication) -> PairModel:
    made = PairModel()
    made.tester = QAbstractItemModelTester(made)  # type: ignore[attr-defined]
    made.set_pairs((TOP, SKIP))
    return made


def test_the_last_row_is_empty_and_becomes_a_pair(model: PairModel, qtbot: QtBot) -> None:
    assert model.rowCount() == 3
    with qtbot.waitSignal(model.edited):
        assert model.setData(model.index(2, Column.NAME), "$count")
    assert model.rowCount() == 4
    assert model.pairs() == (TOP, SKIP, Pair("$count", ""))
    model.setData(model.index(2, Column.VALUE), "true")
    assert model.pairs()[2] == Pair("$count", "true")


def test_a_tick_is_part_of_the_pair(model: PairModel, qtbot: QtBot) -> None:
    assert model.index(0, 0).data(CHECK) == Qt.CheckState.Checked
    assert model.index(2, 0).data(CHECK) is None
    with qtbot.waitSignal(model.edited):
        model.setData(model.index(0, 0), Qt.CheckState.Unchecked, CHECK)
    assert model.pairs()[0] == Pair("$top", "5", False)
    assert not model.setData(model.index(2, 0), Qt.CheckState.Checked, CHECK)


def test_fixed_rows_come_first_and_stay_as_they_are(model: PairModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.edited):
        model.set_fixed((ACCEPT,))
    assert model.index(0, Column.NAME).data() == "Accept"
    assert not model.flags(model.index(0, Column.NAME)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(1, Column.NAME)) & Qt.ItemFlag.ItemIsEditable
    model.remove(0)
    model.remove(1)
    assert model.pairs() == (SKIP,)
    assert model.rowCount() == 3


def test_the_same_value_is_no_edit(model: PairModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.edited):
        assert model.setData(model.index(0, Column.NAME), "$top")
        assert model.setData(model.index(2, Column.NAME), "")
    assert model.rowCount() == 3


def test_an_emptied_row_stays_and_is_not_a_pair(model: PairModel) -> None:
    model.setData(model.index(0, Column.NAME), "")
    model.setData(model.index(0, Column.VALUE), "")
    assert model.rowCount() == 3
    assert model.pairs() == (SKIP,)


def test_every_cell_has_something_to_say(model: PairModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.index(0, column).data(role) for column in Column]
    assert said == ["Enabled $top", "$top", "5", "Delete $top"]
    heads = [model.headerData(c, Qt.Orientation.Horizontal, role) for c in Column]
    assert heads == ["Enabled", "Name", "Value", "Delete"]
