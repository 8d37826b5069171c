"""Times of tokens in words: a moment on this computer's clock, and how far it is from now."""

import math
from datetime import UTC, datetime, tzinfo

MINUTE, HOUR, DAY, YEAR = 60, 3_600, 86_400, 31_557_600  # seconds


def seconds_of(value: object) -> float | None:
    """A NumericDate (RFC 7519, section 2) as seconds since the epoch; None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        seconds = float(value)
    except OverflowError:  # an integer of hundreds of digits
        return None
    return seconds if math.isfinite(seconds) else None


def local_time(seconds: float, zone: tzinfo | None = None) -> str:
    """`2027-01-15 09:00:00+01:00`; empty when no calendar reaches that far.

    Args:
        zone: None: this computer's.
    """
    try:
        moment = datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return ""
    return moment.isoformat(" ", "seconds")


def from_now(then: float, now: float) -> str:
    """`in 57 min`, `3 min ago`, `now`."""
    span = abs(then - now)
    if span < 1:
        return "now"
    return f"in {span_of(span)}" if then > now else f"{span_of(span)} ago"


def span_of(seconds: float) -> str:
    """`45 s`, `57 min`, `3 h 5 min`, `12 days`, `40 years`: whole units, rounded down."""
    if seconds < MINUTE:
        return f"{int(seconds)} s"
    if seconds < HOUR:
        return f"{int(seconds // MINUTE)} min"
    if seconds < 2 * DAY:
        hours, rest = divmod(int(seconds), HOUR)
        return f"{hours} h {rest // MINUTE} min" if rest >= MINUTE else f"{hours} h"
    if seconds < 2 * YEAR:
        return f"{int(seconds // DAY)} days"
    return f"{int(seconds // YEAR):,} years" if seconds < 10_000 * YEAR else "over 10,000 years"
