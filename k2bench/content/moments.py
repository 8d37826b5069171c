"""Points in time as numbers, so that they sort by what they mean, not by how they are written.

Sources: OData JSON Format 4.01, 7.1 (dates of ISO 8601); OData v2 JSON (`/Date(ms)/`).
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_DIGITS = 12  # of the fraction of a second, the most that OData has
_SECOND_LONG = 1_000_000_000_000  # picoseconds
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,12})\d*)?)?(Z|[+-]\d\d:?\d\d)?"
)
_OLD = re.compile(r"/Date\((-?\d{1,17})(?:[+-]\d{4})?\)/")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(1970, 1, 1).toordinal()
_SECOND = timedelta(seconds=1)


def moment_of(text: str) -> int:
    """Picoseconds since 1970; what has no time zone counts as UTC.

    Raises:
        ValueError: the text is no date, with or without a time of day.
    """
    if len(text) == 10 and text[4] == text[7] == "-":
        return _day(text)
    found = _MOMENT.fullmatch(text)
    if found is None:
        old = _OLD.fullmatch(text)
        if old is None:
            raise ValueError(text)
        return int(old.group(1)) * (_SECOND_LONG // 1000)
    day, clock, fraction, zone = found.groups()
    at = datetime.fromisoformat(f"{day}T{clock or '00:00'}{zone or '+00:00'}")
    return (at - _EPOCH) // _SECOND * _SECOND_LONG + int((fraction or "").ljust(_DIGITS, "0"))


@lru_cache(1 << 14)
def _day(text: str) -> int:
    return (date.fromisoformat(text).toordinal() - _FIRST_DAY) * 86_400 * _SECOND_LONG
