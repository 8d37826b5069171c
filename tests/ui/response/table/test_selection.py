from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QWidget

from k2bench.content.arrangement import Order
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.selection import SelectedCells, selected_cells
from k2bench.ui.response.table.view import ResponseTable
from tests.ui.response.table.test_model import table_of


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ResponseTable:
    made = ResponseTable()
    made.show_model(TableModel(table_of(b'[{"a":1,"b":2,"c":3},{"a":4},{"a":5},{"a":6}]')))
    shown(made)
    return made


def select(view: ResponseTable, top: int, left: int, bottom: int, right: int) -> None:
    index = view.model().index
    part = QItemSelection(index(top, left), index(bottom, right))
    view.selectionModel().select(part, QItemSelectionModel.SelectionFlag.Select)


def bands(cells: SelectedCells) -> list[tuple[list[int], str]]:
    return [(list(band.rows), "".join(sorted(band.names))) for band in cells.bands]


def test_nothing(view: ResponseTable) -> None:
    assert selected_cells(view).count == 0
    view.show_model(None)
    assert selected_cells(view).count == 0


def test_everything_but_what_is_hidden_in_the_order_shown(view: ResponseTable) -> None:
    view.setColumnHidden(1, True)
    view.across.moveSection(2, 0)
    view.selectAll()
    cells = selected_cells(view)
    assert (cells.names, cells.count) == (("c", "a"), 8)
    assert bands(cells) == [([0, 1, 2, 3], "ac")]


def test_parts_that_overlap(view: ResponseTable) -> None:
    select(view, 0, 0, 1, 0)
    select(view, 1, 2, 3, 2)
    cells = selected_cells(view)
    assert (cells.names, cells.count) == (("a", "c"), 5)
    assert bands(cells) == [([0], "a"), ([1], "ac"), ([2, 3], "c")]


def test_rows_of_a_sorted_table_are_those_of_the_body(view: ResponseTable) -> None:
    view.model().set_order(Order("I", [3, 1]))
    select(view, 0, 0, 1, 1)
    assert bands(selected_cells(view)) == [([3, 1], "ab")]
