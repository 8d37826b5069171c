"""Fewer points that look the same: a screen has no place for a million."""

import math
from array import array
from collections.abc import Sequence
from typing import TypeAlias

from k2bench.content.data import Pauses
from k2bench.content.ordering import sorted_indices

XY: TypeAlias = tuple[Sequence[float], Sequence[float]]
STRETCHES = 1000  # of a line, about one for each pixel across; fewer for each of several
ACROSS, DOWN = (
    130,
    75,
)  # places of a scatter chart, each as wide as a mark; fewer for each of several series
FEW = 4000  # points that are drawn as they are
CHUNK = 4096


def thinned_line(xs: Sequence[float], ys: Sequence[float], series: int = 1) -> Pauses[XY]:
    """Points in the order of x; of each stretch the first, the least, the most and the last."""
    order = yield from sorted_indices(range(len(xs)), xs)
    if len(order) * series <= FEW:
        return _picked(order, xs, ys)
    low = xs[order[0]]
    width = (xs[order[-1]] - low) / max(STRETCHES // series, 1) or 1.0
    kept: list[int] = []
    stretch: list[int] = []
    current = 0
    for start in range(0, len(order), CHUNK):
        for i in order[start : start + CHUNK]:
            place = int((xs[i] - low) / width)
            if place != current:
                kept += _ends(stretch, ys)
                stretch, current = [], place
            stretch.append(i)
            if len(stretch) >= CHUNK:
                stretch = _ends(stretch, ys)
        yield
    kept += _ends(stretch, ys)
    return _picked(kept, xs, ys)


def _picked(chosen: Sequence[int], xs: Sequence[float], ys: Sequence[float]) -> XY:
    return array("d", (xs[i] for i in chosen)), array("d", (ys[i] for i in chosen))


def _ends(stretch: list[int], ys: Sequence[float]) -> list[int]:
    """The first, least, most and last in their order."""
    if len(stretch) <= 4:
        return stretch
    value = ys.__getitem__
    wanted = {stretch[0], min(stretch, key=value), max(stretch, key=value), stretch[-1]}
    return [i for i in stretch if i in wanted]


def thinned_scatter(xs: Sequence[float], ys: Sequence[float], series: int = 1) -> Pauses[XY]:
    """One point of each place of a grid: the first; it is a point of the data."""
    if len(xs) * series <= FEW:
        return xs, ys
    low_x, wide = yield from _reach(xs)
    low_y, high = yield from _reach(ys)
    share = math.sqrt(series)
    right, up = ACROSS / share - 1, DOWN / share - 1
    taken: set[int] = set()
    kept_x, kept_y = array("d"), array("d")
    for start in range(0, len(xs), CHUNK):
        for x, y in zip(xs[start : start + CHUNK], ys[start : start + CHUNK], strict=True):
            place = int((x - low_x) / wide * right) * DOWN + int((y - low_y) / high * up)
            if place not in taken:
                taken.add(place)
                kept_x.append(x)
                kept_y.append(y)
        yield
    return kept_x, kept_y


def _reach(values: Sequence[float]) -> Pauses[tuple[float, float]]:
    """The least, and how far the most is from it; 1 where all are the same."""
    least, most = values[0], values[0]
    for start in range(0, len(values), 4 * CHUNK):
        part = values[start : start + 4 * CHUNK]
        least, most = min(least, min(part)), max(most, max(part))
        yield
    return least, (most - least) or 1.0
