"""Paints the visible lines of a text of any size. Answers no key and no mouse: see `text_view`.

Every line here is a line of the whole text, matches and selection, too. A *row* is one of those
that folds leave, counted from the first one of the text (see `content.folded_lines`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from k2bench.content.folded_lines import FoldedLines
from k2bench.content.hits import LineHits, Matches
from k2bench.content.lines import Lines, Wrapped
from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.line_layout import MEASURED, Highlighter, LineLayout, Mark, TextStyle
from k2bench.ui.kit.line_marks import LineMarks, paint_hidden
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.syntax import syntax_formats, text_format
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.kit.tokens import Colours
from k2bench.ui.kit.tones import colours_of, sizes

NOTHING = LineHits()
_KEPT = 400  # laid-out lines
_FAR = 200_000_000  # a scroll bar is an int of pixels
_GOES_ON = "·"  # in place of the number of a line that goes on from the one before


class TextCanvas(QAbstractScrollArea):
    """Shows `Lines` with line numbers, roles, matches and a selection."""

    def __init__(self, name: str, *, numbered: bool = True) -> None:
        super().__init__()
        self._numbered = numbered
        self.setAccessibleName(name)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._take(StringLines(""))
        self._highlighter: Highlighter | None = None
        self._matches: Matches = NOTHING
        self._current = -1
        self._selection = Selection()
        self._layouts: dict[int, LineLayout] = {}
        self._widest = 0.0  # of the lines laid out so far, in pixels
        self._room_asked = (0, 0.0)
        self._restyle()

    @property
    def lines(self) -> Lines:
        """The text, without a thought of folds."""
        return self._lines

    @property
    def folded(self) -> FoldedLines:
        """The rows: the text as its folds leave it."""
        return self._line_marks.folded

    def show_lines(self, lines: Lines) -> None:
        """Another text, from its start."""
        self._take(lines)
        self._layouts.clear()
        self._widest = 0.0
        self._matches, self._current = NOTHING, -1
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def lines_grew(self) -> None:
        """The text has more lines, or its last one is longer, than when it was last painted."""
        self._layouts.clear()
        self._measure()
        self.viewport().update()

    def fold(self, line: int) -> None:
        """Hide what begins at a line, else the innermost range that the line is in."""
        foldable = self._line_marks.foldable
        fold = foldable.fold_at(line) if foldable and line < self._lines.count() else None
        if fold is not None:
            with self._moving():
                self.folded.fold(fold)

    def unfold(self, line: int) -> None:
        """Show what is hidden under a line."""
        with self._moving():
            self.folded.unfold(line)

    def unfold_all(self) -> None:
        """Show every line."""
        with self._moving():
            self.folded.unfold_all()

    def show_folded(self, folded: FoldedLines) -> None:
        """Hide what `folded`, made of the same lines, hides, and nothing else."""
        with self._moving():
            self._line_marks.folded = folded

    def set_highlighter(self, highlighter: Highlighter | None) -> None:
        """What gives the parts of a line their roles (see `syntax`); asked for visible lines."""
        self._highlighter = highlighter
        self._layouts.clear()
        self.viewport().update()

    def show_matches(self, matches: Matches, current: int = -1) -> None:
        """Mark what was found; `current` is the index of the one to stand out."""
        self._matches, self._current = matches, current
        self.viewport().update()

    def scroll_to(self, line: int, column: int = 0) -> None:
        """Bring a place into view, in the middle if it was out of view; no fold hides it then."""
        line = min(max(0, line), max(0, self._lines.count() - 1))
        if self.folded.is_hidden(line):
            with self._moving():
                self.folded.reveal(line)
        bar, rows, row = self.verticalScrollBar(), self.rows(), self.folded.shown(line)
        if not bar.value() <= row < bar.value() + rows:
            bar.setValue(row - rows // 2)
        self._scroll_sideways(Position(line, column))

    def rows(self) -> int:
        """How many whole lines fit."""
        return max(1, self.viewport().height() // self.line_height)

    def visible_texts(self) -> Iterator[str]:
        """The lines on screen, from the top; a folded one says how much it hides."""
        first = self.verticalScrollBar().value()
        for row in range(first, min(first + self.rows() + 1, self.folded.count())):
            line = self.folded.real(row)
            hidden = self._line_marks.hidden(line)
            yield self._layout_of(line).text + (str(hidden) if hidden else "")

    def position_at(self, point: QPoint) -> Position:
        """The place under a point of the viewport, or the nearest one."""
        line = self.line_at(point)
        x = point.x() - self.gutter - self._pad + self.horizontalScrollBar().value()
        return Position(line, self._layout_of(line).column(x))

    def line_at(self, point: QPoint) -> int:
        """The line at the height of a point of the viewport, or the nearest one."""
        row = self.verticalScrollBar().value() + point.y() // self.line_height
        return self.folded.real(min(max(0, row), max(0, self.folded.count() - 1)))

    def rect_of(self, place: Position) -> QRect:
        """Where the caret stands before a character, in the viewport."""
        row = self.folded.shown(place.line)
        line, column = self.folded.real(row), place.column
        if line != place.line:  # hidden: it stands behind the line that hides it
            column = len(self._layout_of(line).text)
        left = self._left() + self._layout_of(line).x(column)
        top = (row - self.verticalScrollBar().value()) * self.line_height
        return QRect(round(left), top, 2, self.line_height)

    def hidden_rect(self, line: int) -> QRectF:
        """Where a line says that it hides others; empty when it does not."""
        hidden = self._line_marks.hidden(line)
        if hidden is None:
            return QRectF()
        layout, cell = self._layout_of(line), self._style.cell
        left = self._left() + layout.x(len(layout.text)) + cell / 2
        top = (self.folded.shown(line) - self.verticalScrollBar().value()) * self.line_height
        width = (len(hidden.words) + 1) * cell
        return QRectF(left, top, width, self.line_height).adjusted(0, 2, 0, -2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._restyle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        pixels = dy * self.line_height
        whole = (pixels * self.viewport().devicePixelRatioF()).is_integer()
        if dx or not whole or abs(pixels) >= self.viewport().height():
            self.viewport().update()
        else:
            self.viewport().scroll(0, pixels)  # only the lines that come in are painted

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, area = colours_of(self.palette()), event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area, QColor(colours.surface))
        painter.fillRect(0, area.top(), self.gutter, area.height(), QColor(colours.window))
        first = self.verticalScrollBar().value()
        rows = range(area.top() // self.line_height, area.bottom() // self.line_height + 1)
        last = self.folded.count() - first
        real = self.folded.real
        shown = [(real(first + row), row * self.line_height) for row in rows if row < last]
        painter.setFont(self._style.font)
        if self._numbered:
            self._paint_numbers(painter, colours, shown)
        text_area = self.viewport().rect().adjusted(self.gutter, 0, 0, 0)
        painter.setClipRect(text_area)
        for line, top in shown:
            self._paint_line(painter, colours, line, top)
        if self.hasFocus():
            painter.fillRect(self.rect_of(self._selection.caret), QColor(colours.accent))
        if self._room_asked != (self._lines.width(), self._widest):
            QTimer.singleShot(0, self, self._measure)  # not while painting: it may resize

    def _paint_numbers(
        self, painter: QPainter, colours: Colours, shown: list[tuple[int, int]]
    ) -> None:
        painter.setPen(QColor(colours.dim))
        right = self.gutter - self._pad - self.mark_width
        for line, top in shown:
            box = QRect(0, top, right, self.line_height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, self.number(line))
            if self.mark_width:
                left = self.gutter - self.mark_width - self._pad / 2
                beside = QRectF(left, top, self.mark_width, self.line_height)
                self._line_marks.paint_mark(painter, beside, colours, line)

    def number(self, line: int) -> str:
        """What stands in the gutter beside a line."""
        if self._wrapped is None:
            return str(line + 1)
        return _GOES_ON if self._wrapped.goes_on(line) else str(self._wrapped.number(line))

    def _paint_line(self, painter: QPainter, colours: Colours, line: int, top: int) -> None:
        layout = self._layout_of(line)
        marks = [*self._marks(line), *self._selected(line, len(layout.text))]
        if self._selection.ends_line(line):
            end = self._left() + layout.x(len(layout.text))
            box = QRect(round(end), top, round(self._style.cell), self.line_height)
            painter.fillRect(box, QColor(colours.accent_tint))
        painter.setPen(QColor(colours.text))
        lead = top + (self.line_height - self._text_height) / 2
        layout.paint(painter, self._left(), lead, self.viewport().width(), marks)
        hidden = self._line_marks.hidden(line)
        if hidden is not None:
            behind, style = self.hidden_rect(line), self._style
            paint_hidden(painter, behind, style.cell, colours, style.font, hidden)

    def _marks(self, line: int) -> Iterator[Mark]:
        for start, length, index in self._matches.on_line(line):
            look = self._current_look if index == self._current else self._match_look
            yield start, start + length, look

    def _selected(self, line: int, length: int) -> Iterator[Mark]:
        part = self._selection.columns(line, length)
        if part is not None and part[0] < part[1]:
            yield *part, self._selected_look

    def _layout_of(self, line: int) -> LineLayout:
        made = self._layouts.get(line)
        if made is None:
            if len(self._layouts) >= _KEPT:
                self._layouts.clear()
            text = self._lines.text(line) if line < self._lines.count() else ""
            made = self._layouts[line] = LineLayout(text, self._style, self._highlighter)
            if len(text) <= MEASURED:  # with tabs or CJK it is wider than its characters tell
                self._widest = max(self._widest, made.x(len(text)))
        return made

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Fold or unfold: the line at the top stays there."""
        bar = self.verticalScrollBar()
        top = self.folded.real(bar.value())
        yield
        self._measure()
        bar.setValue(self.folded.shown(top))
        self.viewport().update()

    def _take(self, lines: Lines) -> None:
        self._lines = lines
        self._line_marks = LineMarks(lines)
        self._wrapped = lines if isinstance(lines, Wrapped) else None

    def _left(self) -> float:
        return self.gutter + self._pad - self.horizontalScrollBar().value()

    def _scroll_sideways(self, place: Position) -> None:
        bar = self.horizontalScrollBar()
        x = self._layout_of(place.line).x(place.column)
        room = self.viewport().width() - self.gutter - 2 * self._pad
        if x + self._style.cell > bar.maximum() + room:
            bar.setMaximum(ceil(x + 2 * self._style.cell - room))  # wider than it was known to be
        if not bar.value() <= x <= bar.value() + room:
            bar.setValue(max(0, round(x - room / 2)))

    def _measure(self) -> None:
        count = self._lines.count()
        digits = len(f"{max(count, 99)}")
        self.mark_width = sizes().grid * 3 if self._line_marks.has_column else 0
        numbers = ceil(digits * self._style.cell) + 2 * self._pad if self._numbered else 0
        self.gutter = numbers + self.mark_width
        bar = self.verticalScrollBar()
        bar.setPageStep(self.rows())
        bar.setRange(0, max(0, self.folded.count() - self.rows()))
        room = self.viewport().width() - self.gutter - 2 * self._pad
        self._room_asked = (self._lines.width(), self._widest)
        cell = self._style.cell
        wide = ceil(max(self._lines.width() * cell, self._widest) + 2 * cell)
        bar = self.horizontalScrollBar()
        bar.setPageStep(max(1, room))
        bar.setSingleStep(ceil(4 * cell))
        bar.setRange(0, min(_FAR, max(0, wide - room)))

    def _restyle(self) -> None:
        colours = colours_of(self.palette())
        self._style = TextStyle.of(body_font(), syntax_formats(colours))
        self._text_height = QFontMetricsF(self._style.font).height()
        self._pad = sizes().grid * 2
        self.line_height = ceil(self._text_height) + sizes().grid
        self._match_look = text_format(colours.text, colours.warn_tint)
        self._current_look = text_format(colours.surface, colours.warn)
        self._selected_look = text_format("", colours.accent_tint)
        self._layouts.clear()
        self._widest = 0.0
        self._measure()
        self.viewport().update()
