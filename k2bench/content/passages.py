"""Parts of a text, small enough to be searched in one go, with what stands around them.

A part is some whole lines, or a piece of a long line that overlaps with the next.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from k2bench.content.data import Data
from k2bench.content.pattern import Pattern

PIECE = 1 << 16  # bytes looked at in one go
OVERLAP = 1 << 12  # bytes
GROUP = 300  # lines


class Passage(NamedTuple):
    """Whole lines joined by line ends, or a part of one line.

    Attributes:
        line: the number of the first one.
        text: what is searched, and what stands around it.
        column: of the first character of `text` in its line.
        first, last: hits start from here on and before there; None: until the end.
    """

    line: int
    text: str
    column: int = 0
    first: int = 0
    last: int | None = None


Passages: TypeAlias = Iterable[Passage | None]
"""A text from its start to its end; None is a pause."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a text that is decoded to be searched.

    Attributes:
        text: the part, with what stands before and behind it.
        raw: the same in bytes.
        base: the offset of `raw`.
        first, last: hits start from this character on and before that one.
        end: the offset that `last` stands for.
    """

    text: str
    raw: bytes
    base: int
    first: int
    last: int
    end: int

    def offsets(self, pattern: Pattern) -> Iterator[tuple[int, int]]:
        """The hits as offsets."""
        simple = len(self.text) == len(self.raw)
        at, offset = 0, self.base
        for start, end in pattern.spans(self.text, self.first, self.last):
            if simple:
                yield self.base + start, self.base + end
                continue
            first = offset + _size(self.text[at:start])
            offset = first + _size(self.text[start:end])
            at = end
            yield first, offset


def window_at(data: Data, at: int, start: int, stop: int) -> Window:
    """The part that begins at `at`: whole lines, or about 64 KB of a longer one.

    Args:
        start: where the text starts.
        stop: where it ends.
    """
    end = min(at + PIECE, stop)
    behind = end
    if end < stop:
        cut = data.rfind(b"\n", at, end)
        end = behind = cut + 1 if cut >= 0 else _boundary(data, end)
        if cut < 0:
            behind = _boundary(data, min(end + OVERLAP, stop))
    before = at
    if at > start and data[at - 1 : at] != b"\n":
        before = _boundary(data, max(start, at - OVERLAP))
    raw = data[before:behind]
    text = _decoded(raw)
    if len(text) == len(raw):
        return Window(text, raw, before, at - before, end - before, end)
    first = len(_decoded(raw[: at - before]))
    last = first + len(_decoded(raw[at - before : end - before]))
    return Window(text, raw, before, first, last, end)


def long_line(data: Data, start: int, stop: int, line: int, lead: str) -> Iterator[Passage]:
    """One line that is too long for one passage: `lead`, then the text in a range of bytes."""
    at, column = start, len(lead)
    while at < stop:
        window = window_at(data, at, start, stop)
        text = window.text.replace("\n", " ")
        if at == start:
            yield Passage(line, lead + text, 0, 0, len(lead) + window.last)
        else:
            yield Passage(line, text, column - window.first, window.first, window.last)
        column += window.last - window.first
        at = window.end


def line_groups(text_of: Callable[[int], str], lines: range, first: int = 0) -> Iterator[Passage]:
    """Lines that are made one by one; the first of `lines` has the number `first` in the whole."""
    for at in range(0, len(lines), GROUP):
        group = lines[at : at + GROUP]
        yield Passage(first + at, "\n".join(map(text_of, group)))


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")  # one character for each byte that is no UTF-8


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _boundary(data: Data, at: int) -> int:
    """The first offset from `at` on that is not within a character."""
    for offset in range(at, at + 3):
        if data[offset : offset + 1] < b"\x80" or data[offset : offset + 1] > b"\xbf":
            return offset
    return at + 3
