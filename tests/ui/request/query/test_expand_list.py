import pytest
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.expand_list import NO_LIST, NOTHING_KNOWN, ExpandList
from k2bench.ui.request.query.surroundings import NOWHERE, Surroundings


@pytest.fixture
def ways(qtbot: QtBot, known: Surroundings) -> ExpandList:
    made = ExpandList()
    qtbot.addWidget(made)
    made.show_surroundings(known)
    return made


def test_ticks_with_their_options(ways: ExpandList, qtbot: QtBot) -> None:
    texts: list[str] = []
    ways.text_edited.connect(texts.append)
    assert [*ways.rows] == ["Supplier", "Parts"]
    ways.show_text("Other($levels=2)", Dialect.V4)
    assert [*ways.rows] == ["Supplier", "Parts", "Other"]
    ways.rows["Supplier"].tick.click()
    line = ways.rows["Supplier"].lines["$select"]
    qtbot.keyClicks(line, "C")
    assert ways.rows["Supplier"].lines["$select"] is line
    ways.rows["Supplier"].tick.click()
    assert texts == [
        "Other($levels=2),Supplier",
        "Other($levels=2),Supplier($select=C)",
        "Other($levels=2)",
    ]


def test_it_says_why_there_are_no_ticks(ways: ExpandList) -> None:
    ways.show_text("Supplier(", Dialect.V4)
    assert ways.hint() == NO_LIST
    assert not ways.rows["Supplier"].isEnabled()
    ways.show_text("", Dialect.V4)
    ways.show_surroundings(NOWHERE)
    assert ways.hint() == NOTHING_KNOWN
    ways.leave()
