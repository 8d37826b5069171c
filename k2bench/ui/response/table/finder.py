"""Finds in the table, in the order of its rows and columns on the screen; cells are marked."""

from PySide6.QtCore import QPoint

from k2bench.content.table_search import TableSearch
from k2bench.content.wanted import Wanted
from k2bench.ui.response.cell_mark import CellMark
from k2bench.ui.response.finder import Search
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import ResponseTable


class TableFinder:
    """A `Finder` for a `ResponseTable`."""

    def __init__(self, view: ResponseTable) -> None:
        self._view = view
        self._model: TableModel | None = None
        self._search: TableSearch | None = None
        self._places: dict[int, int] = {}  # of each column, among those searched
        self._columns: list[int] = []
        self._current = -1

    def show_model(self, model: TableModel | None) -> None:
        """The table with all its rows; None: they are not all there."""
        self._model = model
        self.clear()

    def search(self, wanted: Wanted) -> Search | None:
        """See `Finder`."""
        model, header = self._model, self._view.horizontalHeader()
        if model is None:
            return None
        across = (header.logicalIndex(place) for place in range(header.count()))
        self._columns = [column for column in across if not header.isSectionHidden(column)]
        self._places = {column: place for place, column in enumerate(self._columns)}
        names = [model.columns[column].name for column in self._columns]
        self._search = TableSearch(wanted, model.table, model.order, names)
        return self._search

    def nearest(self) -> int:
        """See `Finder`: from the current cell on if there is one, else from the first row seen."""
        if self._search is None:
            return 0
        current = self._view.currentIndex()
        if current.isValid():
            place = self._places.get(current.column(), 0)
            return self._search.hits.index_from(current.row(), place)
        return self._search.hits.index_from(max(0, self._view.indexAt(QPoint(1, 1)).row()))

    def mark(self, current: int) -> None:
        """See `Finder`."""
        self._current = current
        self._view.show_marks(self.mark_of if self._search is not None else None)

    def mark_of(self, row: int, column: int) -> CellMark:
        """How a cell is marked."""
        place = self._places.get(column)
        if self._search is None or place is None:
            return CellMark.NONE
        hits = self._search.hits
        index = hits.index_from(row, place)
        if index == len(hits) or hits[index][:2] != (row, place):
            return CellMark.NONE
        return CellMark.CURRENT if index == self._current else CellMark.HIT

    def jump(self, index: int) -> None:
        """See `Finder`: the cell becomes the current one."""
        if self._search is not None and self._model is not None:
            row, place, _ = self._search.hits[index]
            cell = self._model.index(row, self._columns[place])
            self._view.setCurrentIndex(cell)
            self._view.scrollTo(cell)

    def clear(self) -> None:
        """See `Finder`."""
        self._search = None
        self._view.show_marks(None)
