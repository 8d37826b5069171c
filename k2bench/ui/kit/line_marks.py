"""What stands beside a line and behind it: that it can be folded, is folded, or is cut."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from k2bench.content.folded_lines import FoldedLines
from k2bench.content.lines import Fold, Foldable, Lines, Shortening
from k2bench.content.long_value import LongValue
from k2bench.ui.kit.icons import pixmap
from k2bench.ui.kit.tokens import Colours

_CLOSERS = ("}", "]", "</")
_TAIL = 60  # characters shown of the line that closes a fold
FOLD, UNFOLD, WHOLE = "Fold", "Unfold", "Open the whole value"
_ICONS = {FOLD: "chevron-down", UNFOLD: "chevron-right", WHOLE: "external"}


@dataclass(frozen=True, slots=True)
class Hidden:
    """What stands in place of a fold: how much is hidden, and what closes it."""

    words: str
    tail: str

    def __str__(self) -> str:
        return f" {self.words} {self.tail}".rstrip()


class LineMarks:
    """What can be done with each line of a text, and how that is painted."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.folded = FoldedLines(lines)
        self.foldable = lines if isinstance(lines, Foldable) else None
        self._shortening = lines if isinstance(lines, Shortening) else None

    @property
    def has_column(self) -> bool:
        """Whether there is room for a mark beside each line."""
        return self.foldable is not None or self._shortening is not None

    def long_value(self, line: int) -> LongValue | None:
        """The value of which a line shows the start only."""
        if self._shortening is None or line >= self._lines.count():
            return None
        return self._shortening.long_value(line)

    def offered(self, line: int) -> str:
        """What a click on the mark beside a line does; empty when there is none."""
        if self.folded.folded(line):
            return UNFOLD
        if self.foldable is not None and self.foldable.opens(line):
            return FOLD
        return WHOLE if self.long_value(line) else ""

    def hidden(self, line: int) -> Hidden | None:
        """What is hidden under a line that is shown."""
        fold = self.folded.folded(line)
        return _hidden(self._lines, fold) if fold else None

    def paint_mark(self, painter: QPainter, box: QRectF, colours: Colours, line: int) -> None:
        """Paint the mark beside a line."""
        offered = self.offered(line)
        if offered:
            colour = colours.accent if offered != FOLD else colours.dim
            side = round(min(box.width(), box.height()))
            ratio = painter.device().devicePixelRatioF()
            picture = pixmap(_ICONS[offered], colour, side, ratio)
            top = box.top() + (box.height() - side) / 2
            painter.drawPixmap(QPointF(box.left(), round(top)), picture)


def paint_hidden(
    painter: QPainter, box: QRectF, cell: float, colours: Colours, font: QFont, hidden: Hidden
) -> None:
    """Paint what stands in place of a fold, in the box that is as wide as its words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.raised))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(colours.dim))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, hidden.words)
    behind = box.translated(box.width() + cell / 2, 0)
    behind.setWidth(cell * (_TAIL + 2))
    painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, hidden.tail)


def _hidden(lines: Lines, fold: Fold) -> Hidden:
    tail = lines.text(fold.last).strip() if fold.last < lines.count() else ""
    tail = tail[:_TAIL] if tail.startswith(_CLOSERS) else ""
    count = fold.last - fold.first - bool(tail)
    words = f"… {count:,} line{'' if count == 1 else 's'}" if count else "…"
    return Hidden(words, tail)
