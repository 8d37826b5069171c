from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.select_list import NO_COLUMNS, NO_LIST, SelectList
from k2bench.ui.request.query.surroundings import NOWHERE, Surroundings


@pytest.fixture
def columns(known: Surroundings, shown: Callable[[QWidget], QWidget]) -> SelectList:
    made = SelectList()
    made.resize(600, 200)
    shown(made)
    made.show_surroundings(known)
    return made


def told(columns: SelectList) -> list[str]:
    texts: list[str] = []
    columns.text_edited.connect(texts.append)
    return texts


def tick(columns: SelectList, name: str, on: bool = True) -> None:
    (item,) = columns.ticks.findItems(name, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_ticks_and_text_say_the_same(columns: SelectList) -> None:
    texts = told(columns)
    columns.show_text("ID, Supplier/City", Dialect.V4)
    assert columns.ticked() == ["ID"]
    tick(columns, "Name")
    tick(columns, "ID", on=False)
    assert texts == ["ID, Supplier/City,Name", "Supplier/City,Name"]


def test_all_and_none(columns: SelectList) -> None:
    texts = told(columns)
    columns.show_text("*", Dialect.V4)
    columns.all.click()
    assert texts[-1].startswith("ID,Name,Price")
    columns.none.click()
    assert texts[-1] == ""


def test_the_filter_hides_the_others(columns: SelectList) -> None:
    columns.filter.setText("na")
    items = (columns.ticks.item(row) for row in range(columns.ticks.count()))
    assert [item.text() for item in items if not item.isHidden()] == ["Name"]


def test_it_says_why_there_is_nothing_to_tick(columns: SelectList) -> None:
    columns.show_text("ID,(", Dialect.V4)
    assert columns.hint() == NO_LIST
    columns.show_surroundings(NOWHERE)
    assert columns.hint() == NO_COLUMNS
    assert not columns.ticks.isVisible()
    columns.leave()
