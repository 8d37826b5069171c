"""Where an axis has its marks, and what stands at them: round numbers, starts of months."""

import math
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

from k2bench.content.chart.time_unit import TimeUnit
from k2bench.content.chart.values import EPOCH
from k2bench.content.chart.wording import figure

SMALLEST = 1e-300  # step
FIRST, LAST = -62_135_596_800.0, 253_402_300_799.0  # the calendar's ends, in seconds since 1970
Ticks: TypeAlias = list[tuple[float, str]]
_STEPS = {
    TimeUnit.SECOND: (1, 2, 5, 10, 15, 30),
    TimeUnit.MINUTE: (1, 2, 5, 10, 15, 30),
    TimeUnit.HOUR: (1, 3, 6, 12),
    TimeUnit.DAY: (1, 2, 7, 14),
    TimeUnit.MONTH: (1, 3, 6),
    TimeUnit.YEAR: (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000),
}
_FORMS = {
    TimeUnit.SECOND: "%H:%M:%S",
    TimeUnit.MINUTE: "%m-%d %H:%M",
    TimeUnit.HOUR: "%m-%d %H:%M",
    TimeUnit.DAY: "%Y-%m-%d",
    TimeUnit.MONTH: "%Y-%m",
    TimeUnit.YEAR: "%Y",
}


def nice_step(least: float) -> Decimal:
    """The first of 1, 2, 5, 10, 20, ... that is not less."""
    least = max(least, SMALLEST)
    power = Decimal(10) ** math.floor(math.log10(least))
    for factor in (1, 2, 5, 10):
        if float(power * factor) >= least * (1 - 1e-9):
            return power * factor
    return power * 10


def number_ticks(low: float, high: float, most: int) -> Ticks:
    """Round numbers from `low` to `high`, `most` of them at most."""
    if not high > low or not math.isfinite(high - low):
        return [(low, figure(low))] if math.isfinite(low) else []
    step = nice_step((high - low) / max(most, 1))
    first = math.ceil(low / float(step))
    last = math.floor(high / float(step))
    places = (step * place for place in range(first, min(last, first + most) + 1))
    return [(float(place), figure(float(place))) for place in places]


def whole_ticks(low: float, high: float, most: int) -> Ticks:
    """The same for counts: no half rows."""
    return [tick for tick in number_ticks(low, high, most) if tick[0] == int(tick[0])]


def time_ticks(low: float, high: float, most: int) -> Ticks:
    """Starts of seconds, ..., years in UTC, `most` of them at most."""
    low, high = max(low, FIRST), min(high, LAST)
    if not high > low:
        return []
    unit, step = _time_step((high - low) / max(most, 1))
    ticks: Ticks = []
    at = _first(low, unit, step)
    while at is not None and at <= high and len(ticks) <= most:
        seconds = (at_moment(at) - EPOCH) / timedelta(seconds=1)
        if seconds >= low:
            ticks.append((seconds, at_moment(at).strftime(_FORMS[unit]).zfill(4)))
        at = _after(seconds, unit, step)
    return ticks


def time_text(seconds: float, unit: TimeUnit | None = None) -> str:
    """`2019-04-01`, or with its time where it has one; of a longer unit `2019-04` or `2019`."""
    try:
        found = at_moment(seconds)
    except OverflowError:
        return ""
    if unit in (TimeUnit.MONTH, TimeUnit.QUARTER, TimeUnit.YEAR):
        return f"{found.year:04}" if unit is TimeUnit.YEAR else f"{found.year:04}-{found.month:02}"
    text = found.strftime("%Y-%m-%d %H:%M:%S").zfill(19)
    return text.removesuffix(":00").removesuffix(" 00:00")


def at_moment(seconds: float) -> datetime:
    """The moment in UTC.

    Raises:
        OverflowError: before the year 1 or after 9999.
    """
    return EPOCH + timedelta(seconds=round(seconds, 6))


def _time_step(least: float) -> tuple[TimeUnit, int]:
    for unit, steps in _STEPS.items():
        for step in steps:
            if unit.seconds * step >= least:
                return unit, step
    return TimeUnit.YEAR, 5000


def _first(low: float, unit: TimeUnit, step: int) -> float | None:
    try:
        if unit.seconds <= TimeUnit.DAY.seconds:
            length = unit.seconds * step
            return math.ceil(low / length) * length
        start = at_moment(low)
        month = start.month - (start.month - 1) % step if unit is TimeUnit.MONTH else 1
        year = start.year if unit is TimeUnit.MONTH else max(1, start.year - start.year % step)
        return (datetime(year, month, 1, tzinfo=UTC) - EPOCH) / timedelta(seconds=1)
    except OverflowError:
        return None


def _after(seconds: float, unit: TimeUnit, step: int) -> float | None:
    if unit.seconds <= TimeUnit.DAY.seconds:
        return seconds + unit.seconds * step
    now = at_moment(seconds)
    months = now.month - 1 + (step if unit is TimeUnit.MONTH else 12 * step)
    year = now.year + months // 12
    if now.year == 1 and unit is TimeUnit.YEAR and step > 1:
        year = step
    if year > 9999:
        return None
    return (datetime(year, months % 12 + 1, 1, tzinfo=UTC) - EPOCH) / timedelta(seconds=1)
