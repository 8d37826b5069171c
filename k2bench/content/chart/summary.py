"""A chart in words, for who does not see it."""

from dataclasses import replace

from k2bench.content.chart.chart import Chart, Scale, Series
from k2bench.content.chart.choice import ChartKind
from k2bench.content.chart.ticks import time_text
from k2bench.content.chart.wording import figure

NAMED = 8  # series named in a summary


def summary_of(chart: Chart, points: int = 0) -> Chart:
    """The chart with its summary; `points` is how many there were before they were thinned."""
    drawn = sum(sum(y == y for y in series.ys) for series in chart.series)
    what = "bars" if chart.kind in (ChartKind.BAR, ChartKind.HISTOGRAM) else "points"
    count = points or drawn
    words = [f"{chart.kind.value} chart: {chart.title}, {count:,} {_one(what, count)}."]
    if len(chart.series) > 1:
        names = ", ".join(series.name for series in chart.series[:NAMED])
        words.append(f"{len(chart.series)} series: {names}.")
    words.append(f"Largest: {_extreme(chart, 1)}. Smallest: {_extreme(chart, -1)}.")
    return replace(chart, summary=" ".join([*words, *chart.notes]))


def point_text(chart: Chart, series: Series, index: int) -> str:
    """What one bar or point stands for: `Sales: 1,234.5`."""
    name = f"{series.name}, " if series.name else ""
    return f"{name}{place_text(chart, series.xs[index])}: {figure(series.ys[index])}"


def place_text(chart: Chart, x: float) -> str:
    """A place on the X axis in words."""
    half = chart.width / 2
    if chart.kind is ChartKind.HISTOGRAM:
        return f"{figure(x - half)} to {figure(x + half)}"
    match chart.scale:
        case Scale.CATEGORY:
            return chart.categories[int(x)]
        case Scale.TIME:
            start = x - half if chart.kind is ChartKind.BAR else x
            return time_text(start, chart.unit)
    return figure(x)


def _extreme(chart: Chart, sign: int) -> str:
    """The largest (sign 1) or the smallest (-1) point in words."""
    best: tuple[float, Series] | None = None
    choose = max if sign > 0 else min
    for series in chart.series:
        y = choose(y for y in series.ys if y == y)
        if best is None or sign * y > sign * best[0]:
            best = (y, series)
    if best is None:
        return ""
    y, series = best
    return point_text(chart, series, list(series.ys).index(y))


def _one(words: str, count: int) -> str:
    return words.removesuffix("s") if count == 1 else words
