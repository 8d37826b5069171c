"""Finds in a list or a tree that shows all it has, cell by cell; secrets are masked there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from k2bench.content.passages import Passage
from k2bench.content.search import LineSearch
from k2bench.content.wanted import Wanted
from k2bench.ui.kit.row_delegate import FOUND_ROLE
from k2bench.ui.response.finder import Search


class ItemsFinder:
    """A `Finder` for a view whose delegate shows `FOUND_ROLE`. A line of its search is a cell.

    Args:
        cells: gives every cell of the view, in order.
    """

    def __init__(self, view: QAbstractItemView, cells: Callable[[], Sequence[QModelIndex]]) -> None:
        self._view = view
        self._cells_of = cells
        self._cells: list[QModelIndex] = []
        self._search: LineSearch | None = None

    def search(self, wanted: Wanted) -> Search | None:
        """See `Finder`."""
        self.clear()
        self._cells = list(self._cells_of())
        passages = [Passage(place, cell.data() or "") for place, cell in enumerate(self._cells)]
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
                self._set_found(self._cells[line], True)

    def jump(self, index: int) -> None:
        """See `Finder`."""
        if self._search is not None:
            cell = self._cells[self._search.hits[index][0]]
            self._view.setCurrentIndex(cell)
            self._view.scrollTo(cell)

    def clear(self) -> None:
        """See `Finder`."""
        for cell in self._cells:
            self._set_found(cell, False)
        self._cells, self._search = [], None

    def _set_found(self, cell: QModelIndex, found: bool) -> None:
        self._view.model().setData(cell, found, FOUND_ROLE)
