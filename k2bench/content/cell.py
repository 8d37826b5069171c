"""What one place in a table holds, as sent: `1.10` stays `1.10`, null is not an empty text."""

import re
from dataclasses import dataclass
from enum import Enum

import msgspec

from k2bench.content.json_members import elements, members
from k2bench.content.json_scan import FlawError
from k2bench.content.json_text import string_text

SHOWN = 2000  # characters of a long value that a cell carries
LARGE = 1 << 18  # bytes of a row that a parser takes longer for than a search for its quotes
WIDE = 1 << 23  # bytes of a row that a parser may read at once
COUNTED = 1 << 20  # bytes of a nested value that is still counted
_REFUSED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_array = msgspec.json.Decoder(list[msgspec.Raw]).decode
_BROKEN_ESCAPE = re.compile(rb"(?<!\\)(?:\\\\)*(\\(?:u[0-9a-fA-F]{0,3})?)$")


class CellKind(Enum):
    """What a cell holds. MISSING: the row has no such key; UNREADABLE: it is not JSON."""

    MISSING = "missing"
    NULL = "null"
    STRING = "string"
    NUMBER = "number"
    BOOLEAN = "boolean"
    OBJECT = "object"
    ARRAY = "array"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a table.

    Attributes:
        text: as sent; of a string without quotes and escapes, of nested values `{3}` or `[2]`.
            At most SHOWN characters.
        size: bytes of the JSON text of the whole value.
    """

    kind: CellKind
    text: str = ""
    size: int = 0

    @property
    def is_nested(self) -> bool:
        """Whether it is an object or an array."""
        return self.kind in (CellKind.OBJECT, CellKind.ARRAY)

    @property
    def is_clipped(self) -> bool:
        """Whether `text` is only the start of the value."""
        return not self.is_nested and self.size > SHOWN and len(self.text) >= SHOWN


MISSING = Cell(CellKind.MISSING)
NULL = Cell(CellKind.NULL, "null", 4)
_FIXED = {
    b"null": NULL,
    b"true": Cell(CellKind.BOOLEAN, "true", 4),
    b"false": Cell(CellKind.BOOLEAN, "false", 5),
}


def cell_of(raw: bytes) -> Cell:
    """The cell for the JSON text of one value. It never raises."""
    fixed = _FIXED.get(raw)
    if fixed:
        return fixed
    first, size = raw[:1], len(raw)
    if first == b'"':
        return Cell(CellKind.STRING, string_text(_clipped(raw))[:SHOWN], size)
    if first == b"{":
        return Cell(CellKind.OBJECT, "{" + _count(raw) + "}", size)
    if first == b"[":
        return Cell(CellKind.ARRAY, "[" + _count(raw) + "]", size)
    text = raw[: 4 * SHOWN].decode("utf-8", "replace")[:SHOWN]
    number = bool(text) and text[0] in "-0123456789"
    return Cell(CellKind.NUMBER if number else CellKind.UNREADABLE, text, size)


def plain_text(raw: bytes | None) -> str:
    """A value as plain text, whole: empty for null and a missing key, JSON for what is nested."""
    if raw is None or raw == b"null":
        return ""
    return string_text(raw) if raw[:1] == b'"' else raw.decode("utf-8", "replace")


def _clipped(raw: bytes) -> bytes:
    """A string cut to about what a cell shows, not within an escape or a character."""
    if len(raw) <= 6 * SHOWN:
        return raw
    head = raw[: 6 * SHOWN]
    broken = _BROKEN_ESCAPE.search(head, len(head) - 64)
    if broken:
        head = head[: broken.start(1)]
    return head.decode("utf-8", "ignore").encode() + b'"'


def _count(raw: bytes) -> str:
    if len(raw) > COUNTED:
        return "…"
    try:
        return str(len(_object(raw) if raw[:1] == b"{" else _array(raw)))
    except _REFUSED:
        pass
    try:
        return str(sum(1 for _ in (members(raw) if raw[:1] == b"{" else elements(raw))))
    except FlawError:
        return "…"


def row_values(raw: bytes) -> dict[str, bytes] | None:
    """The JSON text of each member of a row; of a doubled key the last one (as parsers do).

    Returns:
        None when the row is not an object that can be read.
    """
    if len(raw) <= LARGE or _is_wide(raw):
        try:
            return {name: bytes(value) for name, value in _object(raw).items()}
        except (*_REFUSED, msgspec.ValidationError):
            pass
    if raw[:1] != b"{":
        return None
    try:
        return {string_text(raw[k:e]): raw[v:w] for k, e, v, w in members(raw)}
    except FlawError:
        return None


def _is_wide(raw: bytes) -> bool:
    """Whether a large row has so many members that a parser is faster after all."""
    return len(raw) <= WIDE and raw.count(b",") > len(raw) // 256
