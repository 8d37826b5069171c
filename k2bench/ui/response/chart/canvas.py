"""The plot: data, axes, zoom by wheel and drag, and the value under the mouse or the keys."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGraphicsGridLayout, QWidget

from k2bench.content.chart.chart import Chart, Scale
from k2bench.content.chart.choice import Aggregate, ChartKind
from k2bench.content.chart.summary import point_text
from k2bench.content.chart.ticks import Ticks, number_ticks, time_ticks, whole_ticks
from k2bench.ui.kit.labels import label
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.chart.axis import AIR, Axis, Grid, MakeTicks
from k2bench.ui.response.chart.marks import bar_width, centres, ends, items_of

TIP = 10  # pixels between a point and what is said of it
NEAR = 24  # pixels from a point within which the mouse reads it
_BARS = (ChartKind.BAR, ChartKind.HISTOGRAM)


class Plot(pg.ViewBox):  # type: ignore[misc]
    """A view box that is moved by the left button only and has no menu of its own."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.setDefaultPadding(0)

    def mouseDragEvent(self, event: object, axis: int | None = None) -> None:
        if event.button() == Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            super().mouseDragEvent(event, axis)
        else:
            event.ignore()  # type: ignore[attr-defined]


class Canvas(pg.GraphicsView):  # type: ignore[misc]
    """Shows one chart."""

    _built = False  # the base class changes its look before there is anything to draw

    def __init__(self) -> None:
        super().__init__(background=None)
        self.setAccessibleName("Chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart: Chart | None = None
        self._current = -1
        self._xs = self._ys = np.empty(0)
        self._which = self._within = np.empty(0, int)  # series, and place in it
        self._build()
        self.scene().sigMouseMoved.connect(self._hovered)

    def _build(self) -> None:
        self._around = pg.GraphicsWidget()
        self.plot = Plot()
        self.bottom, self.left = Axis(self.plot, True), Axis(self.plot, False)
        self._grid = Grid(self.left)
        self._ring = pg.ScatterPlotItem(size=14, brush=None)
        self._ring.setZValue(100)
        self._tip = label()  # a tool tip would go by itself, and come late for the keys
        self._tip.setParent(self)
        self._tip.setProperty("role", "card")
        self._tip.setMargin(sizes().grid)
        self._tip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tip.hide()
        grid = QGraphicsGridLayout(self._around)
        grid.setContentsMargins(0, 8, AIR, 0)
        grid.setSpacing(0)
        grid.addItem(self.left, 0, 0)
        grid.addItem(self.plot, 0, 1)
        grid.addItem(self.bottom, 1, 1)
        self.setCentralItem(self._around)
        self._built = True

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, whole."""
        self.chart = chart
        self._current = -1
        self._remember(chart)
        self.bottom.show_ticks(self._bottom_ticks(chart), chart.scale is Scale.CATEGORY)
        self.left.show_ticks(whole_ticks if _counts(chart) else number_ticks)
        self.setAccessibleDescription(chart.summary)
        self._draw()
        self.reset_view()

    def reset_view(self) -> None:
        """Show the whole chart again after a zoom."""
        if self.chart is None:
            return
        (left, right), (low, high) = ends(self.chart)
        wide, tall = right - left, high - low
        self.plot.setLimits(
            xMin=left - wide * 0.1, xMax=right + wide * 0.1, yMin=low - tall, yMax=high + tall
        )
        self.plot.setRange(xRange=(left, right), yRange=(low, high), padding=0, update=True)

    def point_words(self) -> str:
        """The bar or point that was read last; empty when none was."""
        if self.chart is None or self._current < 0:
            return ""
        series = self.chart.series[int(self._which[self._current])]
        return point_text(self.chart, series, int(self._within[self._current]))

    def _bottom_ticks(self, chart: Chart) -> MakeTicks:
        if chart.scale is Scale.TIME:
            return time_ticks
        if chart.scale is Scale.NUMBER:
            return number_ticks
        names = chart.categories

        def named(low: float, high: float, _: int) -> Ticks:
            first, last = max(0, int(np.ceil(low))), min(len(names) - 1, int(np.floor(high)))
            return [(float(place), names[place]) for place in range(first, last + 1)]

        return named

    def _remember(self, chart: Chart) -> None:
        """Keep where each mark is, from left to right, for the mouse and the keys."""
        xs = np.concatenate([np.asarray(xs, float) for xs in centres(chart)])
        ys = np.concatenate([np.asarray(series.ys, float) for series in chart.series])
        sizes_of = [len(series.xs) for series in chart.series]
        which = np.repeat(np.arange(len(sizes_of)), sizes_of)
        within = np.concatenate([np.arange(size) for size in sizes_of])
        order = np.lexsort((np.arange(len(xs)), xs))
        order = order[~np.isnan(ys[order])]
        self._xs, self._ys = xs[order], ys[order]
        self._which, self._within = which[order], within[order]

    def _draw(self) -> None:
        colours = colours_of(self.palette())
        font = QApplication.font()
        font.setPixelSize(sizes().hint)
        self.setBackground(colours.surface)
        self._grid.show_colour(colours.line)
        for axis in (self.bottom, self.left):
            axis.show_look(font, colours)
        self.plot.clear()
        if self.chart is None:
            return
        self.plot.addItem(self._grid, ignoreBounds=True)
        for item in items_of(self.chart, colours):
            self.plot.addItem(item)
        self._ring.setPen(pg.mkPen(colours.text, width=2))
        self.plot.addItem(self._ring, ignoreBounds=True)
        self._show_current()

    def close(self) -> bool:
        # the library's own takes the plot apart, and crashes when Qt does so again afterwards
        return QWidget.close(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._built and event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._xs) - 1
        wanted = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            event.ignore()
            return
        self._read(wanted)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._read(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._read(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(colours_of(self.palette()).accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _hovered(self, place: QPointF) -> None:
        inside = self.plot.sceneBoundingRect().contains(place)
        self._read(self._nearest(place) if inside else -1)

    def _nearest(self, place: QPointF) -> int:
        """The mark under a place of the scene; -1 where there is none."""
        if self.chart is None or not len(self._xs):
            return -1
        at = self.plot.mapSceneToView(place)
        if self.chart.kind in _BARS:
            away = np.abs(self._xs - at.x())
            found = int(away.argmin())
            return found if away[found] <= bar_width(self.chart) / 2 else -1
        wide, tall = self.plot.viewPixelSize()
        away = np.hypot((self._xs - at.x()) / wide, (self._ys - at.y()) / tall)
        found = int(away.argmin())
        return found if away[found] <= NEAR else -1

    def _read(self, index: int) -> None:
        """Ring a mark and say what it stands for; -1 for none."""
        if index == self._current:
            return
        self._current = index
        self._show_current()
        words = self.point_words()
        if self.chart is not None:
            self.setAccessibleDescription(words or self.chart.summary)
        self._tip.setText(words)
        self._tip.setVisible(bool(words))
        if words:
            self._tip.adjustSize()
            place = self.mapFromScene(self.plot.mapViewToScene(self._place()))
            left = min(place.x() + TIP, self.width() - self._tip.width())
            above = place.y() - TIP - self._tip.height()
            self._tip.move(max(0, left), above if above >= 0 else place.y() + TIP)

    def _place(self) -> QPointF:
        return QPointF(float(self._xs[self._current]), float(self._ys[self._current]))

    def _show_current(self) -> None:
        if 0 <= self._current < len(self._xs):
            self._ring.setData([self._place().x()], [self._place().y()])
        else:
            self._ring.setData([], [])


def _counts(chart: Chart) -> bool:
    return chart.y_title == Aggregate.COUNT.value
