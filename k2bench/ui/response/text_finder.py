"""Finds in a page of text: what is laid out is searched as it is shown, the rest as it was sent."""

from k2bench.content.data import Data
from k2bench.content.hex_lines import HexLines
from k2bench.content.hits import CutHits, HexHits, TextHits
from k2bench.content.pretty import Readable, Searchable
from k2bench.content.search import ByteSearch, LineSearch
from k2bench.content.text_lines import TextLines
from k2bench.content.wanted import Wanted
from k2bench.ui.kit.text_canvas import NOTHING
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.finder import Search


class TextFinder:
    """A `Finder` for a `TextView`."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self._data: Data = b""
        self._lines: Readable | None = None
        self._search: LineSearch | ByteSearch | None = None
        self._hits: CutHits | HexHits | TextHits | None = None

    def show_lines(self, lines: Readable | None, data: Data = b"") -> None:
        """The text that the view shows whole now, and what it was made of; None: not yet."""
        self._lines, self._data = lines, data
        self._search = self._hits = None

    def search(self, wanted: Wanted) -> Search | None:
        """See `Finder`."""
        lines = self._lines
        if isinstance(lines, Searchable):
            self._search = by_line = LineSearch(wanted, lines.passages, lines.count())
            self._hits = CutHits(by_line.hits, lines)
        elif isinstance(lines, TextLines):
            self._search = by_byte = ByteSearch(wanted, self._data)
            self._hits = TextHits(by_byte.hits, lines, self._data)
        elif isinstance(lines, HexLines):
            self._search = by_byte = ByteSearch(wanted, self._data)
            self._hits = HexHits(by_byte.hits, lines)
        else:
            self._search = self._hits = None
        return self._search

    def nearest(self) -> int:
        """See `Finder`: from the caret on if it can be seen, else from the first line on screen."""
        area = self._view.viewport().rect()
        first = self._view.position_at(area.topLeft()).line
        last = self._view.position_at(area.bottomLeft()).line
        caret = self._view.selection().caret
        if not first <= caret.line <= last:
            caret = Position(first, 0)
        if isinstance(self._search, LineSearch):
            return self._search.hits.index_from(*caret)
        if isinstance(self._search, ByteSearch) and isinstance(self._lines, TextLines):
            before = self._lines.text(caret.line)[: caret.column]
            offset = self._lines.span(caret.line)[0] + len(before.encode())
            return self._search.hits.index_from(offset)
        if isinstance(self._search, ByteSearch) and isinstance(self._lines, HexLines):
            return self._search.hits.index_from(self._lines.offset_of(caret.line))
        return 0

    def mark(self, current: int) -> None:
        """See `Finder`."""
        self._view.show_matches(self._hits or NOTHING, current)

    def jump(self, index: int) -> None:
        """See `Finder`: the caret goes there, too."""
        if self._hits is not None:
            place = Position(*self._hits.place(index))
            self._view.scroll_to(*place)
            self._view.select(Selection(place, place))

    def clear(self) -> None:
        """See `Finder`."""
        self._search = self._hits = None
        self._view.show_matches(NOTHING)
