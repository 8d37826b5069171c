"""How figures are worded: short for the eye, exact for the tool tip."""

from http import HTTPStatus

from k2bench.core.response import Timings
from k2bench.ui.kit.tokens import Tone

_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_TONES = {2: Tone.GOOD, 3: Tone.WARN, 4: Tone.BAD, 5: Tone.BAD}
_PHASES = (
    ("connect", "Connect (with DNS)"),
    ("tls", "TLS"),
    ("send", "Send"),
    ("wait", "Wait"),
    ("receive", "Receive"),
)


def short_time(seconds: float) -> str:
    """`143 ms`, `1.2 s`, `2 min 5 s`."""
    if seconds < 0.0005:
        return "0 ms" if seconds <= 0 else "< 1 ms"
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s"


def exact_time(timings: Timings) -> str:
    """Every phase that was seen, in milliseconds, one a line."""
    lines = [f"{timings.total * 1000:,.2f} ms in all"]
    for name, words in _PHASES:
        seconds = getattr(timings, name)
        if seconds is not None:
            lines.append(f"{words}: {seconds * 1000:,.2f} ms")
    return "\n".join(lines)


def short_size(count: int) -> str:
    """`17 bytes`, `212 KB`, `52.4 MB`; a KB is 1,000 bytes."""
    if count < 1000:
        return "1 byte" if count == 1 else f"{count} bytes"
    size, unit = float(count), 0
    while size >= 999.5 and unit < len(_UNITS) - 1:
        size /= 1000
        unit += 1
    return (
        f"{size:.1f} {_UNITS[unit]}" if size < 99.95 and unit > 1 else f"{size:.0f} {_UNITS[unit]}"
    )


def arriving_words(received: int, total: int | None) -> str:
    """`12.3 MB of 54.0 MB so far; the rest is on its way`."""
    known = f" of {short_size(total)}" if total is not None and total > received else ""
    return f"{short_size(received)}{known} so far; the rest is on its way"


def both_sizes(decoded: int, wire: int) -> str:
    """`54.0 MB`, or `54.0 MB (5.1 MB received)` where it came compressed."""
    words = short_size(decoded)
    return words if wire in (0, decoded) else f"{words} ({short_size(wire)} received)"


def exact_size(decoded: int, wire: int) -> str:
    """Bytes as shown, and as received where that differs."""
    words = f"{decoded:,} bytes"
    return words if wire in (0, decoded) else f"{words}\n{wire:,} bytes received, compressed"


def status_words(status: int, reason: str) -> str:
    """`200 OK`; the usual words where the server sent none (HTTP/2 has none)."""
    if not reason:
        try:
            reason = HTTPStatus(status).phrase
        except ValueError:
            reason = ""
    return f"{status} {reason}".strip()


def status_tone(status: int) -> Tone:
    """The tone of a status."""
    return _TONES.get(status // 100, Tone.NEUTRAL)


def rows_words(count: int, total: int | None, more: bool, reading: bool = False) -> str:
    """`1,000 rows · more available`.

    Args:
        count: rows there are.
        total: rows that the server says there are, if it does.
        more: whether the answer links to more.
        reading: whether rows are still being found.
    """
    words = f"{count:,} row" if count == 1 else f"{count:,} rows"
    if reading:
        return f"{words} so far"
    if total is not None and total > count:
        return f"{count:,} of {total:,} rows" + (" · more available" if more else "")
    return f"{words} · more available" if more else words
