"""JSON strings and small values as Python values, whatever they hold. It never raises.

msgspec reads them first; what it refuses (lone surrogates, invalid UTF-8, NaN) the tolerant reader
of the standard library reads, and unreadable bytes become U+FFFD.
"""

import json
from typing import Any

import msgspec

_string = msgspec.json.Decoder(str).decode


def string_text(raw: bytes) -> str:
    """The text of a JSON string given with its quotes; a lone surrogate becomes U+FFFD."""
    try:
        return _string(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    loose = raw.decode("utf-8", "replace")
    try:
        value = json.loads(loose, strict=False)
    except ValueError:
        return loose[1:-1] if loose.endswith('"') and len(loose) > 1 else loose[1:]
    return printable(value) if isinstance(value, str) else loose


def printable(text: str) -> str:
    """`text` without surrogates, which no encoder takes."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def loose_value(raw: bytes) -> Any:
    """A whole small JSON value; its text as sent where nothing can read it."""
    try:
        return msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass
    loose = raw.decode("utf-8", "replace")
    try:
        return json.loads(loose, strict=False)
    except (ValueError, RecursionError):
        return loose
