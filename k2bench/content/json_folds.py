"""Which lines of a laid-out JSON belong together: those from a bracket to the one that closes it.

A container larger than a piece is known by its pieces; a smaller one is found in the lines of the
piece that it is in, so no answer takes longer than to paint that piece.
"""

import re
from array import array
from collections.abc import Callable, Iterator

from k2bench.content.data import Data, Order
from k2bench.content.json_layout import INDENT, piece_text
from k2bench.content.json_outline import Piece, PieceKind
from k2bench.content.lines import Fold

_OPENERS = ("{", "[")
_CLOSERS = ("}", "]")
_LEVEL = r"^ {%d}(?:[^ \n].*)?[\[{]$|^ {%d}[}\]]"


class JsonFolds:
    """The folds of the pieces that it was told of.

    Args:
        pieces: of `PrettyJson`, and `firsts` the first line of each and of what follows.
        lines_of: gives the lines of a piece by its place.
    """

    def __init__(
        self, data: Data, pieces: list[Piece], firsts: Order, lines_of: Callable[[int], list[str]]
    ) -> None:
        self._data = data
        self._pieces = pieces
        self._firsts = firsts
        self._lines_of = lines_of
        self._open: list[int] = []  # places of the containers that are not closed yet
        self._parents = array("q")  # the place of what each piece is in or closes, or -1
        self._closes: dict[int, int] = {}  # by the place of what opens

    def add(self, piece: Piece) -> None:
        """One more piece, at the end."""
        place = len(self._parents)
        self._parents.append(self._open[-1] if self._open else -1)
        if piece.kind is PieceKind.CLOSE:
            self._closes[self._open.pop()] = place
        elif piece.kind is PieceKind.OPEN:
            self._open.append(place)

    def end(self) -> None:
        """No more pieces come: what is open ends with the last one."""
        for place in self._open:
            self._closes[place] = len(self._pieces) - 1

    def parent(self, place: int) -> Piece | None:
        """The piece that opens what a piece is in."""
        parent = self._parents[place]
        return self._pieces[parent] if parent >= 0 else None

    def opens(self, place: int, line: int) -> bool:
        """Whether a container begins at a line of the piece at `place`."""
        kind = self._pieces[place].kind
        if kind is PieceKind.OPEN:
            return self._closes.get(place, place) > place
        if kind in (PieceKind.LONG, PieceKind.CLOSE):
            return False
        return self._lines_of(place)[line - self._firsts[place]].endswith(_OPENERS)

    def fold_at(self, place: int, line: int) -> Fold | None:
        """The container that begins at a line of that piece, or that the line is in."""
        piece = self._pieces[place]
        if piece.kind is PieceKind.OPEN and place in self._closes:
            return self._large(place)
        if piece.kind not in (PieceKind.OPEN, PieceKind.CLOSE, PieceKind.LONG):
            lines, first = self._lines_of(place), self._firsts[place]
            start = _opening(lines, line - first)
            if start is not None:
                return Fold(first + start, first + _closing(lines, start))
        return self._large(self._parents[place])

    def folds(self, level: int) -> Iterator[Fold | None]:
        """The containers within `level` others, in order; None is a pause."""
        for place, piece in enumerate(self._pieces):
            if piece.kind is PieceKind.OPEN:
                yield self._large(place) if piece.depth == level else None
            elif piece.kind in (PieceKind.ELEMENTS, PieceKind.MEMBERS, PieceKind.VALUE):
                yield from self._small(place, piece, level)
                yield None

    def _large(self, place: int) -> Fold | None:
        behind = self._closes.get(place, -2) + 1
        if not 0 < behind < len(self._firsts):  # not there yet: another thread adds pieces
            return None
        return Fold(self._firsts[place], self._firsts[behind] - 1)

    def _small(self, place: int, piece: Piece, level: int) -> Iterator[Fold]:
        inside = piece.kind is not PieceKind.VALUE
        level += inside - piece.depth
        if level < inside:
            return
        text = piece_text(self._data, piece)
        indent = len(INDENT) * level
        line, at, start = self._firsts[place] - inside, 0, -1
        for found in re.finditer((_LEVEL % (indent, indent)).encode(), text, re.MULTILINE):
            line += text.count(b"\n", at, found.start())
            at = found.start()
            if text[found.end() - 1 : found.end()] in (b"{", b"["):
                start = line
            elif start >= 0:
                yield Fold(start, line)


def _opening(lines: list[str], at: int) -> int | None:
    """The line that opens what a line is in, or the line itself if it opens something."""
    if lines[at].endswith(_OPENERS):
        return at
    depth = 0
    for line in range(at - 1, -1, -1):
        text = lines[line]
        if text.lstrip(" ").startswith(_CLOSERS):
            depth += 1
        if text.endswith(_OPENERS):
            if not depth:
                return line
            depth -= 1
    return None


def _closing(lines: list[str], at: int) -> int:
    """The line that closes what a line opens."""
    depth = 1
    for line in range(at + 1, len(lines)):
        text = lines[line]
        if text.endswith(_OPENERS):
            depth += 1
        elif text.lstrip(" ").startswith(_CLOSERS):
            depth -= 1
            if not depth:
                return line
    return len(lines) - 1
