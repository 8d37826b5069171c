"""Where something was found: a few numbers a hit. One thread adds, others may read meanwhile."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, overload

from k2bench.content.data import Data
from k2bench.content.hex_lines import BYTES, HexLines
from k2bench.content.lines import Lines
from k2bench.content.text_lines import TextLines

MOST = 1_000_000  # hits that are kept
_CUT = re.compile(r"… \([\d,]+ (?:characters|bytes)\),?$")

Mark = tuple[int, int, int]
"""Of a part of a line: the first character, how many, and the index of the hit."""


class Matches(Protocol):
    """What was found in a text that is shown in lines."""

    def on_line(self, line: int) -> Iterator[Mark]:
        """The parts of a line that belong to hits, in order."""


class LineHits(Sequence[tuple[int, int, int]]):
    """Hits as line, first character and length, in order. In a table: row, column, 1."""

    def __init__(self, hits: Sequence[tuple[int, int, int]] = ()) -> None:
        self._lines = array("Q")
        self._starts = array("Q")
        self._lengths = array("Q")
        for hit in hits:
            self.add(*hit)

    def add(self, line: int, start: int, length: int) -> None:
        """One more, behind all others."""
        self._lines.append(line)
        self._starts.append(start)
        self._lengths.append(length)  # the last one: see __len__

    def __len__(self) -> int:
        return len(self._lengths)

    @overload
    def __getitem__(self, at: int) -> tuple[int, int, int]: ...

    @overload
    def __getitem__(self, at: slice) -> list[tuple[int, int, int]]: ...

    def __getitem__(self, at: int | slice) -> tuple[int, int, int] | list[tuple[int, int, int]]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        return self._lines[at], self._starts[at], self._lengths[at]

    def index_from(self, line: int, start: int = 0) -> int:
        """The index of the first hit at a place or behind it; the number of hits if none is."""
        return bisect_left(self, (line, start, 0), 0, len(self))

    def on_line(self, line: int) -> Iterator[Mark]:
        """See `Matches`."""
        for index in range(self.index_from(line), len(self)):
            if self._lines[index] != line:
                return
            yield self._starts[index], self._lengths[index], index


class ByteHits:
    """Hits as offsets of their first byte and of the byte behind them, in order, apart."""

    def __init__(self) -> None:
        self._starts = array("Q")
        self._ends = array("Q")

    def add(self, start: int, end: int) -> None:
        """One more, behind all others."""
        self._starts.append(start)
        self._ends.append(end)  # the last one: see __len__

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, at: int) -> tuple[int, int]:
        return self._starts[at], self._ends[at]

    def index_from(self, offset: int) -> int:
        """The index of the first hit at an offset or behind it; the number of hits if none is."""
        return bisect_left(self._starts, offset, 0, len(self))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The hits in a range of bytes: start and end in that range, and the index of the hit."""
        for index in range(bisect_right(self._ends, start, 0, len(self)), len(self)):
            first, last = self[index]
            if first >= end:
                return
            yield max(first, start), min(last, end), index


class TextHits:
    """`ByteHits` of a text as they stand in its lines (see `Matches`)."""

    def __init__(self, hits: ByteHits, lines: TextLines, data: Data) -> None:
        self._hits = hits
        self._lines = lines
        self._data = data

    def on_line(self, line: int) -> Iterator[Mark]:
        """See `Matches`. A hit that goes on in the next line has a part in both."""
        start, end = self._lines.span(line)
        for first, last, index in self._hits.within(start, end):
            at = self._characters(start, first)
            yield at, self._characters(start, last) - at, index

    def place(self, index: int) -> tuple[int, int]:
        """The line and the character that a hit starts at."""
        offset = self._hits[index][0]
        line = self._lines.line_at(offset)
        return line, self._characters(self._lines.span(line)[0], offset)

    def _characters(self, start: int, end: int) -> int:
        return len(self._data[start:end].decode("utf-8", "replace"))


class HexHits:
    """`ByteHits` as they stand in a hex dump (see `Matches`): their digits and characters."""

    def __init__(self, hits: ByteHits, lines: HexLines) -> None:
        self._hits = hits
        self._lines = lines

    def on_line(self, line: int) -> Iterator[Mark]:
        """See `Matches`: the digits of all hits, then their characters."""
        start = self._lines.offset_of(line)
        found = list(self._hits.within(start, start + BYTES))
        parts = [self._lines.part_of(first - start, last - start) for first, last, _ in found]
        for kind in (0, 1):
            for part, (_, _, index) in zip(parts, found, strict=True):
                yield *part[kind], index

    def place(self, index: int) -> tuple[int, int]:
        """The line and the character that a hit starts at."""
        return self._lines.place_of(self._hits[index][0])


class CutHits:
    """`LineHits` of lines of which some are cut (see `lines.Lines`), as they stand on the screen.

    A hit in what is cut off has the words that stand there instead.
    """

    def __init__(self, hits: LineHits, lines: Lines) -> None:
        self._hits = hits
        self._lines = lines

    def on_line(self, line: int) -> Iterator[Mark]:
        """See `Matches`."""
        marks = list(self._hits.on_line(line))
        if not marks:
            return
        shown = self._lines.text(line)
        cut = _cut_at(shown)
        for start, length, index in marks:
            if start + length <= cut:
                yield start, length, index
            else:
                begin = min(start, cut)
                yield begin, len(shown) - begin, index
                return  # the others are there, too

    def place(self, index: int) -> tuple[int, int]:
        """The line and the character that a hit is shown at."""
        line, start, _ = self._hits[index]
        return line, min(start, _cut_at(self._lines.text(line)))


def _cut_at(shown: str) -> int:
    """How many characters of a line are shown as they are."""
    cut = _CUT.search(shown, max(0, len(shown) - 60))
    return cut.start() if cut else len(shown)
