"""The parts of a plot that stand for data: bars, lines and points, told apart by shape too."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtGui import QColor, QPainterPath

from k2bench.content.chart.chart import Chart, Scale, Series
from k2bench.content.chart.choice import ChartKind
from k2bench.ui.kit.tokens import Colours

SHAPES = ("o", "s", "t", "d", "+", "t1", "x", "star")
FILLED = 0.8  # of a place that the bars in it take
SMOOTH = 1000  # points that are joined by smooth lines; thin ones for more
MARKED = 60  # points of a line up to which each has its mark
SPARSE = 14  # marks of a longer one
SIDE = 8  # pixels of a mark


def shape_of(index: int) -> QPainterPath:
    """The outline of a series' mark, one wide and high, around 0."""
    return QPainterPath(Symbols[SHAPES[index % len(SHAPES)]])


def items_of(chart: Chart, colours: Colours) -> list[pg.GraphicsObject]:
    """What to add to a plot."""
    made = []
    for index, series in enumerate(chart.series):
        colour = QColor(colours.series[index % len(colours.series)])
        if chart.kind in (ChartKind.BAR, ChartKind.HISTOGRAM):
            made.append(_bars(chart, index, colour, colours))
        elif chart.kind is ChartKind.LINE:
            made += _line(series, index, colour, len(chart.series))
        else:
            made.append(_points(series, index, colour))
    return made


def centres(chart: Chart) -> list[Sequence[float]]:
    """Where the marks of each series are on the X axis: bars stand beside each other."""
    if chart.kind is not ChartKind.BAR:
        return [series.xs for series in chart.series]
    step = bar_width(chart)
    first = -step * (len(chart.series) - 1) / 2
    return [
        [x + first + index * step for x in series.xs] for index, series in enumerate(chart.series)
    ]


def bar_width(chart: Chart) -> float:
    """The width of one bar on the X axis."""
    if chart.kind is ChartKind.HISTOGRAM:
        return chart.width
    return chart.width * FILLED / len(chart.series)


def ends(chart: Chart) -> tuple[tuple[float, float], tuple[float, float]]:
    """The ends of both axes, with some air."""
    xs = np.concatenate([np.asarray(xs, float) for xs in centres(chart)])
    ys = np.concatenate([np.asarray(series.ys, float) for series in chart.series])
    low, high = float(np.nanmin(ys)), float(np.nanmax(ys))
    air = 0.0
    if chart.kind in (ChartKind.BAR, ChartKind.HISTOGRAM):
        low, high = min(low, 0.0), max(high, 0.0)
        air = chart.width / 2
    reach = (high - low) or abs(high) or 1.0
    flat = low == high
    below = 0.06 * reach if low < 0 or flat or not air else 0.0
    left, right = float(xs.min()) - air, float(xs.max()) + air
    if chart.scale is Scale.CATEGORY:
        left, right = -0.6, len(chart.categories) - 0.4
    beside = 0.02 * (right - left) if not air else 0.0
    if left == right:
        beside = abs(left) * 0.1 or 1.0
    return (left - beside, right + beside), (low - below, high + 0.06 * reach)


def _bars(chart: Chart, index: int, colour: QColor, colours: Colours) -> pg.GraphicsObject:
    ys = np.nan_to_num(np.asarray(chart.series[index].ys, float))
    # bars of a histogram touch: a hairline of the ground tells them apart
    edge = colours.surface if chart.kind is ChartKind.HISTOGRAM else None
    pen = pg.mkPen(edge) if edge else pg.mkPen(None)
    xs = np.asarray(centres(chart)[index], float)
    return pg.BarGraphItem(x=xs, height=ys, width=bar_width(chart), brush=colour, pen=pen)


def _line(series: Series, index: int, colour: QColor, among: int) -> list[pg.GraphicsObject]:
    xs, ys = np.asarray(series.xs, float), np.asarray(series.ys, float)
    few = len(xs) * among <= SMOOTH
    curve = pg.PlotCurveItem(
        xs, ys, pen=pg.mkPen(colour, width=2 if few else 1), antialias=few, skipFiniteCheck=True
    )
    curve.setSegmentedLineMode("on")  # a wide smooth line as one path takes half a second
    if len(xs) > MARKED and among == 1:
        return [curve]
    chosen = np.arange(len(xs))
    if len(xs) > MARKED:
        chosen = np.linspace(0, len(xs) - 1, SPARSE).astype(int)
    marks = Series(series.name, list(xs[chosen]), list(ys[chosen]))
    return [curve, _points(marks, index, colour)]


def _points(series: Series, index: int, colour: QColor) -> pg.GraphicsObject:
    xs, ys = np.asarray(series.xs, float), np.asarray(series.ys, float)
    many = len(xs) > 300
    made = pg.ScatterPlotItem(
        x=xs,
        y=ys,
        symbol=SHAPES[index % len(SHAPES)],
        size=SIDE - 2 if many else SIDE,
        brush=colour,
        pen=pg.mkPen(None) if SHAPES[index % len(SHAPES)] not in "+x" else pg.mkPen(colour),
    )
    made.setOpacity(0.7 if many else 1)
    return made
