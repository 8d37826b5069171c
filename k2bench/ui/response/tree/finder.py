"""Finds in the tree, in what is closed too; keys and values are marked whole."""

from k2bench.content.data import Data
from k2bench.content.hits import ByteHits
from k2bench.content.json_locate import path_to
from k2bench.content.json_members import at_once
from k2bench.content.json_tree import JsonTree
from k2bench.content.tree_search import TreeSearch
from k2bench.content.wanted import Wanted
from k2bench.ui.response.cell_mark import CellMark
from k2bench.ui.response.finder import Search
from k2bench.ui.response.tree.model import NAME, Index
from k2bench.ui.response.tree.view import ResponseTree


class TreeFinder:
    """A `Finder` for a `ResponseTree`."""

    def __init__(self, view: ResponseTree) -> None:
        self._view = view
        self._tree: JsonTree | None = None
        self._data: Data = b""
        self._hits: ByteHits | None = None
        self._current = -1

    def show_tree(self, tree: JsonTree | None, data: Data = b"") -> None:
        """The tree that was read whole, and its body; None: not yet."""
        self._tree, self._data = tree, data
        self.clear()

    def search(self, wanted: Wanted) -> Search | None:
        """See `Finder`."""
        if self._tree is None:
            return None
        search = TreeSearch(wanted, self._data)
        self._hits = search.hits
        return search

    def nearest(self) -> int:
        """See `Finder`: from the current row on."""
        place = self._view.place_of(self._view.currentIndex())
        return self._hits.index_from(place.key) if self._hits and place else 0

    def mark(self, current: int) -> None:
        """See `Finder`."""
        self._current = current
        self._view.show_marks(self.mark_of if self._hits else None)

    def mark_of(self, index: Index) -> CellMark:
        """How a cell is marked: its key, or its value unless that holds others."""
        place, is_name = self._view.place_of(index), index.column() == NAME
        if not self._hits or place is None or (is_name and place.key == place.key_end):
            return CellMark.NONE
        start = place.key if is_name else place.start
        at = self._hits.index_from(start)
        if at == len(self._hits) or self._hits[at][0] != start:
            return CellMark.NONE
        return CellMark.CURRENT if at == self._current else CellMark.HIT

    def jump(self, index: int) -> None:
        """See `Finder`: everything around it is opened, and its row becomes the current one."""
        if self._hits is not None and self._tree is not None:
            self._view.reveal(at_once(path_to(self._tree, self._data, self._hits[index][0])))

    def clear(self) -> None:
        """See `Finder`."""
        self._hits = None
        self._view.show_marks(None)
