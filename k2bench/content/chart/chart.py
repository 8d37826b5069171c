"""A chart as it is to be drawn: points, scales and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from k2bench.content.chart.choice import ChartKind
from k2bench.content.chart.time_unit import TimeUnit


class Scale(Enum):
    """How places on the X axis are meant. CATEGORY: 0, 1, 2... stand for names."""

    NUMBER = "number"
    TIME = "time"  # seconds since 1970, UTC
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Series:
    """Points that belong together; as many xs as ys. A bar that is not there has y = NaN."""

    name: str
    xs: Sequence[float]
    ys: Sequence[float]


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw.

    Attributes:
        kind: the kind of chart.
        title: `Sum of Salary by Department`.
        x_title: what the X axis shows.
        y_title: what the Y axis shows.
        scale: of the X axis.
        series: at least one, of at least one point each.
        categories: names of the places on a CATEGORY scale.
        unit: what times are put together by; None where they are not.
        width: of a place on the X axis that a bar may fill.
        notes: what was left out or put together, one sentence each.
        summary: the chart in words, for who does not see it.
    """

    kind: ChartKind
    title: str
    x_title: str
    y_title: str
    scale: Scale
    series: tuple[Series, ...]
    categories: tuple[str, ...] = ()
    width: float = 1.0
    unit: TimeUnit | None = None
    notes: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Undrawable:
    """Why there is nothing to draw, and what to do about it."""

    title: str
    hint: str
