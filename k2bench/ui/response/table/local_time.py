"""A point in time as the clock on the wall here shows it."""

from datetime import UTC, datetime


def local_time(text: str) -> str | None:
    """A point in time as it is here; None when the text is none, or has no time zone."""
    if not 19 <= len(text) <= 40 or text[4:5] != "-":
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    try:
        local = moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return None
    zone = "UTC" if local.tzinfo is UTC else local.strftime("%Z")
    return f"{local:%Y-%m-%d %H:%M:%S} {zone}, local time"
