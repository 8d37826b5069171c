"""Finds a pattern in a text of any size, in steps; others may look at the hits meanwhile.

Long lines are searched in pieces that overlap: a hit of up to `passages.OVERLAP` bytes is found
once and whole, wherever it stands. It does not know how a text is shown.
"""

from collections.abc import Callable, Generator, Iterator

from k2bench.content.data import Data
from k2bench.content.hits import MOST, ByteHits, LineHits
from k2bench.content.json_scan import UTF8_BOM
from k2bench.content.passages import Passage, Passages, window_at
from k2bench.content.pattern import Pattern
from k2bench.content.wanted import Found, Wanted

SMALL = 1 << 14  # characters of a passage that is looked at line by line
PAUSE = 500  # hits between two pauses


class LineSearch:
    """A search of lines that are made for it.

    Args:
        passages: gives the lines anew.
        total: how many lines there are.
    """

    def __init__(self, wanted: Wanted, passages: Callable[[], Passages], total: int) -> None:
        self.hits = LineHits()
        self._wanted = wanted
        self._passages = passages
        self._total = total

    def run(self) -> Generator[Found | None, None, Found]:
        """Search everything.

        Raises:
            WorkbenchError: the pattern is none, or takes too long.
        """
        pattern = Pattern(self._wanted)
        taken = 0, 0  # the end of the last hit: a piece may begin within it
        for passage in self._smaller() if pattern.by_line else self._passages():
            if passage is not None:
                for hit in _in_passage(pattern, passage, taken):
                    self.hits.add(*hit)
                    taken = hit[0], hit[1] + hit[2]
                    if len(self.hits) == MOST:
                        return Found(MOST, passage.line, self._total, more=True)
                    if len(self.hits) % PAUSE == 0:
                        yield self._found(passage.line)
                yield self._found(passage.line)
            else:
                yield None
        return self._found(self._total)

    def _smaller(self) -> Passages:
        """The same passages, those of many lines cut."""
        for passage in self._passages():
            if passage is None or passage.last is not None or len(passage.text) < SMALL:
                yield passage
            else:
                lines = passage.text.split("\n")
                size = 1 + SMALL * len(lines) // len(passage.text)
                for at in range(0, len(lines), size):
                    yield Passage(passage.line + at, "\n".join(lines[at : at + size]))

    def _found(self, line: int) -> Found:
        return Found(len(self.hits), line, self._total)


def _in_passage(
    pattern: Pattern, passage: Passage, taken: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Line, column and length of each hit."""
    line, text, column, first, last = passage
    if taken[0] == line:
        first = max(first, taken[1] - column)
    at = begin = 0
    for start, end in pattern.spans(text, first, last):
        ends = text.count("\n", at, start)
        if ends:
            line += ends
            begin = text.rfind("\n", at, start) + 1
            column = 0
        at = start
        yield line, column + start - begin, end - start


class ByteSearch:
    """A search of UTF-8 bytes; what is no UTF-8 in them is found by nothing."""

    def __init__(self, wanted: Wanted, data: Data) -> None:
        self.hits = ByteHits()
        self._wanted = wanted
        self._data = data

    def run(self) -> Generator[Found | None, None, Found]:
        """Search everything.

        Raises:
            WorkbenchError: the pattern is none, or takes too long.
        """
        pattern = Pattern(self._wanted)
        total = len(self._data)
        at = start = len(UTF8_BOM) if self._data[:3] == UTF8_BOM else 0
        while at < total:
            window = window_at(self._data, at, start, total)
            at = window.end
            for first, last in window.offsets(pattern):
                self.hits.add(first, last)
                at = max(at, last)
                if len(self.hits) == MOST:
                    return Found(MOST, at, total, more=True)
                if len(self.hits) % PAUSE == 0:
                    yield Found(len(self.hits), at, total)
            yield Found(len(self.hits), at, total)
        return Found(len(self.hits), total, total)
