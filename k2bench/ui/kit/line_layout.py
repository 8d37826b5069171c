"""One line laid out for the screen, in pieces, and only those that are looked at.

A piece is laid out by Qt, so that any script is drawn and hit as it should be. Where a piece
starts is exact for ASCII and for lines of up to `MEASURED` characters; in longer ones of other
scripts it is estimated, so that nothing before the visible part needs to be laid out.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from k2bench.ui.kit.glyphs import from_utf16, shown, to_utf16, wide_and_marks

PIECE = 1024
MEASURED = 16 * PIECE
TAB = 4
_FAR = 1e6  # pixels; Qt's fixed-point numbers end at 2**25

Span: TypeAlias = tuple[int, int, str]  # start, length, role
Highlighter: TypeAlias = Callable[[str], Sequence[Span]]
Mark: TypeAlias = tuple[int, int, QTextCharFormat]  # start, end


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How lines look: made once for a font and a theme."""

    font: QFont
    formats: dict[str, QTextCharFormat]
    option: QTextOption
    cell: float  # width of a character
    wide: float  # of a CJK one

    @classmethod
    def of(cls, font: QFont, formats: dict[str, QTextCharFormat]) -> "TextStyle":
        """Measure a font."""
        metrics = QFontMetricsF(font)
        cell = metrics.horizontalAdvance("x")
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(TAB * cell)
        return cls(font, formats, option, cell, metrics.horizontalAdvance("\u4e2d"))

    def estimate(self, piece: str) -> float:
        """About how wide a text is."""
        if piece.isascii():
            return len(piece.expandtabs(TAB)) * self.cell
        wide, marks = wide_and_marks(piece)
        cells = len(piece.expandtabs(TAB)) - wide - marks
        return cells * self.cell + wide * self.wide


class LineLayout:
    """One line: where its characters are, and how to paint some of them."""

    def __init__(self, text: str, style: TextStyle, highlighter: Highlighter | None) -> None:
        self.text = text
        self._style = style
        self._highlighter = highlighter
        self._whole: Sequence[Span] | None = None
        self._pieces: dict[int, tuple[str, QTextLayout]] = {}
        self._edges = [0.0]  # where each piece starts, as far as it was asked for
        self._even = text.isascii() and "\t" not in text

    def x(self, column: int) -> float:
        """Where a character starts, in pixels from the start of the line."""
        number = min(column // PIECE, self._last)
        words, layout = self._piece(number)
        units = to_utf16(words, min(column - number * PIECE, len(words)))
        return self._edge(number) + _x(layout.lineAt(0), units)

    def column(self, x: float) -> int:
        """The character boundary that is nearest to a place."""
        number = self._piece_at(x)
        words, layout = self._piece(number)
        inside = min(max(0.0, x - self._edge(number)), _FAR)
        units = layout.lineAt(0).xToCursor(inside)
        return number * PIECE + from_utf16(words, units)

    def paint(
        self, painter: QPainter, left: float, top: float, width: float, marks: Sequence[Mark]
    ) -> None:
        """Paint what is between 0 and `width`, the line starting at `left`."""
        number = self._piece_at(-left)
        while number <= self._last and left + self._edge(number) < width:
            words, layout = self._piece(number)
            ranges = [
                _range(words, start - number * PIECE, end - number * PIECE, mark)
                for start, end, mark in marks
                if start < (number + 1) * PIECE and end > number * PIECE
            ]
            layout.draw(painter, QPointF(left + self._edge(number), top), ranges)
            number += 1

    @property
    def _last(self) -> int:
        return max(0, len(self.text) - 1) // PIECE

    def _piece_at(self, x: float) -> int:
        if self._even:
            return min(max(0, int(x / (PIECE * self._style.cell))), self._last)
        while self._edges[-1] <= x and len(self._edges) <= self._last:
            self._edge(len(self._edges))
        return min(max(0, bisect_right(self._edges, x) - 1), self._last)

    def _edge(self, number: int) -> float:
        if self._even:
            return number * PIECE * self._style.cell
        while len(self._edges) <= number:
            self._edges.append(self._edges[-1] + self._width(len(self._edges) - 1))
        return self._edges[number]

    def _width(self, number: int) -> float:
        if len(self.text) > MEASURED:
            return self._style.estimate(self.text[number * PIECE : (number + 1) * PIECE])
        return self._piece(number)[1].lineAt(0).horizontalAdvance()

    def _piece(self, number: int) -> tuple[str, QTextLayout]:
        made = self._pieces.get(number)
        if made is None:
            start = number * PIECE
            words = shown(self.text[start : start + PIECE])
            layout = QTextLayout(words, self._style.font)
            layout.setTextOption(self._style.option)
            layout.setCacheEnabled(True)
            layout.setFormats(self._formats(words, start))
            layout.beginLayout()
            layout.createLine().setLineWidth(_FAR)
            layout.endLayout()
            if len(self._pieces) > 32:
                self._pieces.clear()
            self._pieces[number] = made = words, layout
        return made

    def _formats(self, words: str, start: int) -> list[QTextLayout.FormatRange]:
        found = []
        for at, length, role in self._spans(start, len(words)):
            made = self._style.formats.get(role)
            if made is not None and at < len(words) and at + length > 0:
                found.append(_range(words, at, at + length, made))
        return found

    def _spans(self, start: int, length: int) -> Sequence[Span]:
        if self._highlighter is None:
            return ()
        if len(self.text) > 4 * PIECE:  # a value that goes over the edge of a piece is cut there
            return self._highlighter(self.text[start : start + length])
        if self._whole is None:
            self._whole = self._highlighter(self.text)
        return [(at - start, many, role) for at, many, role in self._whole]


def _range(words: str, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = to_utf16(words, max(0, start))
    made.length = to_utf16(words, min(end, len(words))) - made.start
    made.format = look
    return made


def _x(line: QTextLine, units: int) -> float:
    # PySide gives the place and the units, which C++ may correct; its stubs call that an object
    return cast(tuple[float, int], line.cursorToX(units))[0]
