import pytest
from pytestqt.qtbot import QtBot

from k2bench.content.arrangement import Arrangement
from k2bench.content.column_filter import ColumnFilter
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.table.arranger import Arranger
from k2bench.ui.response.table.model import TableModel
from tests.ui.conftest import PATIENCE
from tests.ui.response.table.test_model import table_of, texts


@pytest.fixture
def model(qapp: object) -> TableModel:
    return TableModel(table_of(b'[{"a":2},{"a":3},{"a":1}]'))


def test_what_was_wanted_before_comes_with_the_table(
    model: TableModel, bridge: Bridge, qtbot: QtBot
) -> None:
    arranger = Arranger()
    arranger.want(Arrangement(sort_by="a"))
    with qtbot.waitSignal(arranger.arranged, timeout=PATIENCE):
        arranger.begin(bridge, model)
    assert texts(model) == [["1"], ["2"], ["3"]]
    assert arranger.sorted_by == (0, False)


def test_the_last_wish_counts(model: TableModel, bridge: Bridge, qtbot: QtBot) -> None:
    arranger = Arranger()
    arranger.begin(bridge, model)
    with qtbot.waitSignal(arranger.arranged, timeout=PATIENCE):
        arranger.want(Arrangement(sort_by="a"))
        arranger.want(Arrangement(by_column=(ColumnFilter("a", "3"),)))
    assert texts(model) == [["3"]]
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert texts(model) == [["3"]]


def test_columns_that_are_gone_are_not_wanted(
    model: TableModel, bridge: Bridge, qtbot: QtBot
) -> None:
    arranger = Arranger()
    arranger.want(Arrangement("2", (ColumnFilter("gone", "x"),), "gone"))
    with qtbot.waitSignals([arranger.wanted_changed, arranger.arranged], timeout=PATIENCE):
        arranger.begin(bridge, model)
    assert arranger.wanted == Arrangement("2")
    assert texts(model) == [["2"]]


def test_stopped_it_keeps_its_wish(model: TableModel, bridge: Bridge, qtbot: QtBot) -> None:
    arranger = Arranger()
    arranger.begin(bridge, model)
    arranger.want(Arrangement(sort_by="a"))
    arranger.stop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert texts(model) == [["2"], ["3"], ["1"]]
    assert arranger.wanted == Arrangement(sort_by="a")


def test_a_filter_that_was_taken_away_meanwhile_is_gone(
    model: TableModel, bridge: Bridge, qtbot: QtBot
) -> None:
    arranger = Arranger()
    arranger.want(Arrangement("3"))
    with qtbot.waitSignal(arranger.arranged, timeout=PATIENCE):
        arranger.begin(bridge, model)
    arranger.stop()  # more of the answer is read
    arranger.want(Arrangement())
    with qtbot.waitSignal(arranger.arranged, timeout=PATIENCE):
        arranger.begin(bridge, model)
    assert len(texts(model)) == 3
