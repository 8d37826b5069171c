"""Dates and times as OData writes them, and as integers (OData ABNF 4.0, `dateTimeOffsetValue`).

Integers count ticks of 100 ns, the precision of .NET: points in time from the first day of year
1 in UTC, times of day from midnight.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

TICKS_PER_SECOND = 10_000_000
TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND
TICKS_PER_DAY = 86_400 * TICKS_PER_SECOND
EPOCH_TICKS = dt.date(1970, 1, 1).toordinal() * TICKS_PER_DAY
PRECISION = 7
MAX_OFFSET_MINUTES = 14 * 60
MAX_DURATION_TICKS = 2**62

_DATE = r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
_CLOCK = (
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]+))?)?"
)
_INSTANT = re.compile(rf"{_DATE}T{_CLOCK}(?P<offset>Z|[+-][0-9]{{2}}:[0-9]{{2}})")
_TIME_OF_DAY = re.compile(_CLOCK)
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?"
    r"(?:(?P<seconds>[0-9]+)(?:\.(?P<fraction>[0-9]+))?S)?)?"
)


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time with the offset that it was written in.

    Attributes:
        utc: Ticks.
        offset: Minutes east of UTC.
    """

    utc: int
    offset: int

    @property
    def local(self) -> int:
        """Ticks of the wall clock at the offset."""
        return self.utc + self.offset * TICKS_PER_MINUTE


def instant_at(seconds: float) -> Instant:
    """The point in time that many seconds after 1970-01-01T00:00:00Z."""
    whole = int(seconds * 1_000_000)  # a float of today has no digits beyond the microsecond
    return Instant(EPOCH_TICKS + whole * (TICKS_PER_SECOND // 1_000_000), 0)


def parse_date(text: str) -> int:
    """Day number of a date, 1 for 0001-01-01.

    Raises:
        ValueError: It is no date.
    """
    if not re.fullmatch(_DATE, text):
        raise ValueError(f"'{text}' is not a date")
    return dt.date.fromisoformat(text).toordinal()


def format_date(day: int) -> str:
    """The date with this day number.

    Raises:
        ValueError: It is outside the years 1 to 9999.
    """
    return dt.date.fromordinal(day).isoformat()


def parse_time_of_day(text: str) -> int:
    """Ticks since midnight.

    Raises:
        ValueError: It is no time of day.
    """
    match = _TIME_OF_DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a time of day")
    return _clock_ticks(match)


def format_time_of_day(ticks: int) -> str:
    """The shortest text with seconds; texts sort as the times do."""
    seconds, fraction = divmod(ticks, TICKS_PER_SECOND)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    digits = f".{fraction:0{PRECISION}d}".rstrip("0").rstrip(".")
    return f"{hour:02d}:{minute:02d}:{second:02d}{digits}"


def parse_instant(text: str) -> Instant:
    """Reads a point in time; the offset is required.

    Raises:
        ValueError: It is none.
    """
    match = _INSTANT.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not a point in time with an offset")
    offset = _offset_minutes(match["offset"])
    local = parse_date(match["date"]) * TICKS_PER_DAY + _clock_ticks(match)
    return Instant(local - offset * TICKS_PER_MINUTE, offset)


def format_instant(instant: Instant) -> str:
    """The text of a point in time.

    Raises:
        ValueError: It is outside the years 1 to 9999.
    """
    day, ticks = divmod(instant.local, TICKS_PER_DAY)
    hours, minutes = divmod(abs(instant.offset), 60)
    sign = "-" if instant.offset < 0 else "+"
    zone = f"{sign}{hours:02d}:{minutes:02d}" if instant.offset else "Z"
    return f"{format_date(day)}T{format_time_of_day(ticks)}{zone}"


def parse_duration(text: str) -> int:
    """Ticks of a day-time duration; OData knows no years or months in it.

    Raises:
        ValueError: It is none, or it is beyond all reason.
    """
    match = _DURATION.fullmatch(text)
    if match is None or text.endswith(("P", "T")):
        raise ValueError(f"'{text}' is not a duration of days, hours, minutes and seconds")
    seconds = 0
    for name, factor in (("days", 86_400), ("hours", 3600), ("minutes", 60), ("seconds", 1)):
        seconds += int(match[name] or 0) * factor
    ticks = seconds * TICKS_PER_SECOND + _fraction_ticks(match["fraction"])
    if ticks > MAX_DURATION_TICKS:
        raise ValueError(f"'{text}' is too long a duration")
    return -ticks if match["sign"] == "-" else ticks


def _clock_ticks(match: re.Match[str]) -> int:
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"'{match[0]}' is not on the clock")
    whole = hour * 3600 + minute * 60 + second
    return whole * TICKS_PER_SECOND + _fraction_ticks(match["fraction"])


def _fraction_ticks(digits: str | None) -> int:
    digits = (digits or "").rstrip("0")
    if len(digits) > PRECISION:
        raise ValueError(f"a fraction of a second has at most {PRECISION} digits")
    return int(digits.ljust(PRECISION, "0"))


def _offset_minutes(text: str) -> int:
    if text == "Z":
        return 0
    hours, minutes = int(text[1:3]), int(text[4:6])
    total = hours * 60 + minutes
    if minutes > 59 or total > MAX_OFFSET_MINUTES:
        raise ValueError(f"'{text}' is not an offset from UTC")
    return -total if text[0] == "-" else total
