"""Finds in the headers: names and values as they are shown, secrets masked."""

from PySide6.QtCore import QModelIndex

from k2bench.content.passages import Passage
from k2bench.content.search import LineSearch
from k2bench.content.wanted import Wanted
from k2bench.ui.kit.row_delegate import FOUND_ROLE
from k2bench.ui.response.finder import Search
from k2bench.ui.response.headers_view import HeadersView


class HeadersFinder:
    """A `Finder` for a `HeadersView`. A line of its search is a cell of the view."""

    def __init__(self, view: HeadersView) -> None:
        self._view = view
        self._cells: list[QModelIndex] = []
        self._search: LineSearch | None = None

    def search(self, wanted: Wanted) -> Search | None:
        """See `Finder`."""
        self.clear()
        self._cells = self._view.cells()
        passages = [Passage(place, cell.data()) for place, cell in enumerate(self._cells)]
        self._search = LineSearch(wanted, lambda: passages, len(passages))
        return self._search

    def nearest(self) -> int:
        """See `Finder`."""
        current = self._view.currentIndex()
        place = self._cells.index(current) if current in self._cells else 0
        return self._search.hits.index_from(place) if self._search is not None else 0

    def mark(self, current: int) -> None:
        """See `Finder`: whole cells are marked."""
        if self._search is not None:
            for line, _, _ in self._search.hits:
                self._view.headers.setData(self._cells[line], True, FOUND_ROLE)

    def jump(self, index: int) -> None:
        """See `Finder`."""
        if self._search is not None:
            cell = self._cells[self._search.hits[index][0]]
            self._view.setCurrentIndex(cell)
            self._view.scrollTo(cell)

    def clear(self) -> None:
        """See `Finder`."""
        for cell in self._cells:
            self._view.headers.setData(cell, False, FOUND_ROLE)
        self._cells, self._search = [], None
