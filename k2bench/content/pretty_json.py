"""JSON laid out as an index: pieces and how many lines each has; lines are made when shown."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.json_folds import JsonFolds
from k2bench.content.json_layout import (
    RUNS,
    SHOWN,
    doubled_key,
    laid_out,
    laid_out_text,
    long_line,
    long_value_at,
    measure,
    split_line,
    split_long,
)
from k2bench.content.json_outline import PIECE, Piece, PieceKind, outline
from k2bench.content.json_scan import Flaw, FlawError, text_start
from k2bench.content.lines import Fold
from k2bench.content.long_value import LongValue
from k2bench.content.passages import Passage, Passages, line_groups
from k2bench.content.passages import long_line as long_passages
from k2bench.content.text_lines import TextLines

KEPT = 6  # pieces whose lines are remembered: about 2 MB of text
LONG = 5000  # characters of a line that is shown whole
HEAD = 1000  # characters shown of a longer one
_BLANK_LINE = re.compile(rb"[ \t\r]*\n")


class PrettyJson:
    """Lines of a JSON body, while and after `read()` lays it out (`lines`: Foldable, Shortening).

    Attributes:
        flaw: why the layout ends early, or None. What follows is shown as sent.
        odd: why a parser would refuse what is laid out all the same, or None.
        doubled: a key that stands twice in one object of the first piece; the rest is not searched.
    """

    def __init__(self, data: Data) -> None:
        self.flaw: Flaw | None = None
        self.odd: Flaw | None = None
        self.doubled: str | None = None
        self._data = data
        self._pieces: list[Piece] = []
        self._firsts = array("Q", [0])  # the first line of each piece, and of what follows
        self._folds = JsonFolds(data, self._pieces, self._firsts, self._lines)
        self._rest: TextLines | None = None
        self._kept: dict[int, list[str]] = {}
        self._width = 1
        self._runs = 0

    @property
    def has_rest(self) -> bool:
        """Whether some of the body could not be laid out and is shown as sent."""
        return self._rest is not None

    def count(self) -> int:
        """How many lines there are so far."""
        return self._firsts[-1] + (self._rest.count() if self._rest else 0)

    def width(self) -> int:
        """Characters of the longest line seen."""
        return max(self._width, self._rest.width() if self._rest else 0)

    def text(self, line: int) -> str:
        """One line; a very long one is cut, and says how long it is."""
        if line >= self._firsts[-1] and self._rest:
            return self._rest.text(line - self._firsts[-1])
        place = self._place(line)
        text = _shortened(self._lines(place)[line - self._firsts[place]])
        self._width = max(self._width, len(text))
        return text

    def full_text(self, line: int) -> str:
        """One line, however long it is."""
        if line >= self._firsts[-1] and self._rest:
            return self._rest.text(line - self._firsts[-1])
        place = self._place(line)
        piece = self._pieces[place]
        if piece.kind is PieceKind.LONG:
            return long_line(self._data, piece)
        return self._lines(place)[line - self._firsts[place]]

    def passages(self) -> Passages:
        """The whole text to be searched, with what `text` cuts off."""
        for place, piece in enumerate(self._pieces):
            line = self._firsts[place]
            if piece.kind is PieceKind.LONG and piece.end - piece.start > SHOWN:
                lead, start = long_value_at(self._data, piece)
                yield from long_passages(self._data, start, piece.end, line, lead)
            else:
                yield Passage(line, laid_out_text(self._data, piece))
        if self._rest:
            rest = range(self._rest.count())
            yield from line_groups(self._rest.text, rest, self._firsts[-1])

    def long_value(self, line: int) -> LongValue | None:
        """The value of which the line shows the start; None when it shows all there is."""
        if line >= self._firsts[-1]:
            return None
        piece = self._pieces[place := self._place(line)]
        if piece.kind is PieceKind.LONG:
            return split_long(self._data, piece, self._folds.parent(place))
        text = self.full_text(line)
        return split_line(text) if len(text) > LONG else None

    def opens(self, line: int) -> bool:
        """Whether a container begins at the line."""
        return line < self._firsts[-1] and self._folds.opens(self._place(line), line)

    def fold_at(self, line: int) -> Fold | None:
        """The container that begins at the line, else the innermost one that the line is in."""
        return self._folds.fold_at(self._place(line), line) if line < self._firsts[-1] else None

    def folds(self, level: int) -> Iterator[Fold | None]:
        """The containers that are within `level` others, in order; None is a pause."""
        return self._folds.folds(level)

    def read(self) -> Steps["PrettyJson"]:
        """Lay out the whole body. It never raises."""
        total = len(self._data)
        reached = text_start(self._data)
        try:
            for piece in outline(self._data):
                if piece:
                    self._add(piece)
                    reached = piece.end
                yield Progress(reached, total)
        except FlawError as error:
            self.flaw = error.flaw
            reached = self._end_early(error.flaw, reached)
        self._folds.end()
        if self.flaw and (reached < total or not self._pieces):
            yield from self._read_rest(reached)
        return self

    def _end_early(self, flaw: Flaw, reached: int) -> int:
        """Lay out a small body that ends too early, as far as it goes. Returns its end."""
        end = len(self._data)
        if self._pieces or flaw.at < end or not reached < end <= reached + PIECE:
            return reached
        self._add(Piece(PieceKind.VALUE, reached, end, 0))
        return end

    def _read_rest(self, reached: int) -> Steps[None]:
        """What cannot be laid out, as sent."""
        if self._pieces and self._pieces[-1].comma:
            reached = self._data.find(b",", reached) + 1
        blank = _BLANK_LINE.match(self._data, reached)
        reached = blank.end() if blank else reached
        rest = TextLines(self._data, reached)
        self._rest = rest
        yield from rest.read()

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._runs += piece.kind in RUNS
        if self._runs % 16 == 1:
            lines = self._lines(len(self._pieces) - 1)
            self._width = max(self._width, min(LONG, max(map(len, lines))))
            if self._runs == 1:
                self.doubled = doubled_key(self._data, piece)
        count, odd = measure(self._data, piece)
        self.odd = self.odd or odd
        self._folds.add(piece)
        self._firsts.append(self._firsts[-1] + count)

    def _place(self, line: int) -> int:
        return bisect_right(self._firsts, line) - 1

    def _lines(self, place: int) -> list[str]:
        lines = self._kept.get(place)
        if lines is None:
            lines = laid_out(self._data, self._pieces[place])
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)), None)
            self._kept[place] = lines
        return lines


def _shortened(line: str) -> str:
    if len(line) <= LONG:
        return line
    return f"{line[:HEAD]}… ({len(line):,} characters)"
