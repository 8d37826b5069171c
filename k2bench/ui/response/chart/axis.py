"""An axis of a chart: its line, its marks and their words, and the lines across the plot."""

from collections.abc import Callable
from typing import TypeAlias

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from k2bench.content.chart.ticks import Ticks
from k2bench.ui.kit.tokens import Colours

MakeTicks: TypeAlias = Callable[[float, float, int], Ticks]
AIR = 12  # pixels between a plot and the right end of the picture
TICK = 4  # pixels that a mark is long
SLANT = 40  # degrees by which crowded names are turned
LONGEST = 130  # pixels of a name


class Axis(pg.GraphicsWidget):  # type: ignore[misc]
    """The bottom or the left side of a plot; as thick as its words need."""

    def __init__(self, view: pg.ViewBox, bottom: bool) -> None:
        super().__init__()
        self._view = view
        self._bottom = bottom
        self._ticks_of: MakeTicks = lambda low, high, most: []
        self._named = False
        self._slanted = False
        self._ticks: Ticks = []
        self._font = QFont()
        self._colours: Colours | None = None
        view.sigRangeChanged.connect(self.refresh)
        view.sigResized.connect(self.refresh)

    def show_ticks(self, ticks_of: MakeTicks, named: bool = False) -> None:
        """Have other marks; `named`: they are names, of which each has a place of its own."""
        self._ticks_of = ticks_of
        self._named = named
        self.refresh()

    def show_look(self, font: QFont, colours: Colours) -> None:
        """Another theme or zoom."""
        self._font = font
        self._colours = colours
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Find the marks anew, after a zoom or another size."""
        metrics = QFontMetricsF(self._font)
        low, high = self._range()
        length = self._length()
        if self._bottom and self._named:
            self._ticks = self._names(metrics, low, high, length)
        else:
            space = metrics.horizontalAdvance("0000-00-00  ") if self._bottom else 30.0
            self._ticks = self._ticks_of(low, high, max(2, int(length / space)))
            self._slanted = False
        self._fit(metrics)
        self.update()

    def places(self) -> list[float]:
        """Where the marks are."""
        return [place for place, _ in self._ticks]

    def boundingRect(self) -> QRectF:
        # slanted names begin left of where their place is
        return QRectF(self.rect().adjusted(-LONGEST, -10, 20, 10))

    def paint(
        self, painter: QPainter, _: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._colours is None:
            return
        painter.setFont(self._font)
        painter.setPen(self._colours.handle)
        area = self.rect()
        if self._bottom:
            painter.drawLine(area.topLeft(), area.topRight())
        for place, words in self._ticks:
            at = self._at(place)
            if self._bottom:
                self._paint_below(painter, at, words)
            else:
                self._paint_left(painter, at, words)

    def _paint_below(self, painter: QPainter, at: float, words: str) -> None:
        assert self._colours is not None
        area = self.rect()
        painter.setPen(self._colours.handle)
        painter.drawLine(QPointF(at, 0), QPointF(at, TICK))
        painter.setPen(self._colours.dim)
        if not self._slanted:
            beyond = at + painter.fontMetrics().horizontalAdvance(words) / 2 - area.width()
            place = QRectF(at - 200 - max(0.0, beyond - AIR), TICK + 2, 400, 40)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words
            )
            return
        painter.save()
        painter.translate(at + 4, TICK + 4)
        painter.rotate(-SLANT)
        place = QRectF(-400, -2, 400, 40)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)
        painter.restore()

    def _paint_left(self, painter: QPainter, at: float, words: str) -> None:
        assert self._colours is not None
        painter.setPen(self._colours.dim)
        place = QRectF(-400, at - 20, self.rect().width() + 400 - 8, 40)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _names(self, metrics: QFontMetricsF, low: float, high: float, length: float) -> Ticks:
        """As many names as there is room for, turned where they are crowded."""
        slot = length / max(high - low, 1e-9)
        shown = self._ticks_of(low, high, 1 << 30)
        widest = max((metrics.horizontalAdvance(words) for _, words in shown), default=0.0)
        self._slanted = min(widest, LONGEST) > slot - 8
        every = max(1, round(metrics.height() * 1.4 / slot)) if self._slanted else 1
        return [
            (place, metrics.elidedText(words, Qt.TextElideMode.ElideRight, LONGEST))
            for place, words in shown
            if int(place) % every == 0
        ]

    def _fit(self, metrics: QFontMetricsF) -> None:
        """Be as thick as the words; a little too thick is left, so that nothing flickers."""
        widest = max((metrics.horizontalAdvance(words) for _, words in self._ticks), default=0.0)
        if not self._bottom:
            wanted, now = widest + 12, self.minimumWidth()
            if not wanted <= now <= wanted + 24:
                self.setFixedWidth(wanted)
            return
        if self._slanted:
            wanted = TICK + 8 + widest * 0.65 + metrics.height() * 0.8
        else:
            wanted = TICK + 4 + metrics.height()
        if abs(self.minimumHeight() - wanted) > 1:
            self.setFixedHeight(wanted)

    def _length(self) -> float:
        area: QRectF = self._view.rect()
        return max(1.0, area.width() if self._bottom else area.height())

    def _range(self) -> tuple[float, float]:
        low, high = self._view.viewRange()[0 if self._bottom else 1]
        return float(low), float(high)

    def _at(self, place: float) -> float:
        """A place in pixels along the axis."""
        low, high = self._range()
        share = (place - low) / ((high - low) or 1.0)
        return share * self._length() if self._bottom else (1 - share) * self._length()


class Grid(pg.GraphicsObject):  # type: ignore[misc]
    """Hairlines across the plot at the marks of its left axis."""

    def __init__(self, axis: Axis) -> None:
        super().__init__()
        self._axis = axis
        self._colour = ""
        self.setZValue(-100)

    def show_colour(self, colour: str) -> None:
        """Another theme."""
        self._colour = colour
        self.update()

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def paint(
        self, painter: QPainter, _: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        area = self.viewRect()
        painter.setPen(pg.mkPen(self._colour))
        for place in self._axis.places():
            painter.drawLine(QPointF(area.left(), place), QPointF(area.right(), place))
