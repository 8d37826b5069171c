"""Stretches of the calendar, each of which is cut into whole ones of the one before."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import Enum

from k2bench.content.chart.values import EPOCH

_DAY = 86_400


class TimeUnit(Enum):
    """A name, its plural form's adjective, and about how many seconds it lasts."""

    SECOND = ("second", 1)
    MINUTE = ("minute", 60)
    HOUR = ("hour", 3_600)
    DAY = ("day", _DAY)
    MONTH = ("month", 30 * _DAY)
    QUARTER = ("quarter", 91 * _DAY)
    YEAR = ("year", 365 * _DAY)

    @property
    def word(self) -> str:
        """What it is called."""
        return self.value[0]

    @property
    def seconds(self) -> int:
        """About how long it is; the shortest month has 28 days."""
        return self.value[1]

    def floor(self, seconds: float) -> int:
        """Where the stretch starts that `seconds` since 1970 is in, in UTC."""
        if self.seconds <= _DAY:
            return int(seconds // self.seconds) * self.seconds
        day = EPOCH + timedelta(seconds=seconds // 1)
        month = {"month": day.month, "quarter": day.month - (day.month - 1) % 3}.get(self.word, 1)
        start = datetime(day.year, month, 1, tzinfo=UTC)
        return (start - EPOCH) // timedelta(seconds=1)


def unit_for(starts: Iterable[int], most: int) -> TimeUnit:
    """The finest unit that cuts a stretch of time into `most` parts at most.

    Where all `starts` are starts of a coarser one (dates without a time), it is that one.
    """
    known = list(starts)
    span = max(known, default=0) - min(known, default=0)
    units = list(TimeUnit)
    fitting = next((i for i, unit in enumerate(units) if span / unit.seconds < most), -1)
    if fitting < 0:
        return TimeUnit.YEAR
    while fitting < 4 and all(units[fitting + 1].floor(start) == start for start in known):
        fitting += 1
    return units[fitting]
