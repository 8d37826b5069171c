"""One value of a table, whole and ready to be shown, however large: found and decoded in steps."""

from dataclasses import dataclass

from k2bench.content.cell import LARGE, CellKind, cell_of, row_values
from k2bench.content.columns import VALUE
from k2bench.content.data import Pauses
from k2bench.content.json_scan import FlawError, after_child, key_end, skip_blank, value_end
from k2bench.content.json_text import string_text
from k2bench.content.rows import Rows

PIECE = 1 << 18  # bytes of a string decoded in one step
_LONGEST_ESCAPES = 24  # bytes before a cut that must hold no escape


@dataclass(frozen=True, slots=True)
class CellValue:
    """A value.

    Attributes:
        kind: what it is.
        text: in UTF-8: of a string what it says, of anything else its JSON text.
        size: bytes of its JSON text.
        length: characters of a string, members of an object or an array; 0 where not counted.
    """

    kind: CellKind
    text: bytes = b""
    size: int = 0
    length: int = 0


def cell_value(rows: Rows, row: int, name: str) -> Pauses[CellValue]:
    """The value of a row under `name`; of a doubled key the last one."""
    raw = yield from _found(rows.row(row), name)
    if raw is None:
        return CellValue(CellKind.MISSING)
    cell = cell_of(raw)
    if cell.kind is CellKind.STRING:
        text, length = yield from _decoded(raw)
        return CellValue(cell.kind, text, len(raw), length)
    count = cell.text[1:-1] if cell.is_nested else ""
    return CellValue(cell.kind, raw, len(raw), int(count) if count.isdecimal() else 0)


def _found(raw: bytes, name: str) -> Pauses[bytes | None]:
    if len(raw) <= LARGE:
        values = row_values(raw)
    elif raw[:1] == b"{":
        try:
            return (yield from _member(raw, name))
        except FlawError:
            values = None
    else:
        values = None
    return ({VALUE: raw} if values is None else values).get(name)


def _member(raw: bytes, name: str) -> Pauses[bytes | None]:
    """The last member of that name in a large object."""
    found: tuple[int, int] | None = None
    at = skip_blank(raw, 1)
    closed = raw[at : at + 1] == b"}"
    while not closed:
        name_end, start = yield from key_end(raw, at)
        end = yield from value_end(raw, start)
        if string_text(raw[at:name_end]) == name:
            found = (start, end)
        at, closed = after_child(raw, end, b"}")
    return raw[found[0] : found[1]] if found else None


def _decoded(raw: bytes) -> Pauses[tuple[bytes, int]]:
    """What a JSON string says, in UTF-8, and how many characters that is."""
    stop = len(raw) - raw.endswith(b'"') if len(raw) > 1 else 1
    parts, length, start = [], 0, 1
    while start < stop:
        end = _cut(raw, start + PIECE, stop)
        text = string_text(b'"' + raw[start:end] + b'"')
        parts.append(text.encode("utf-8", "replace"))
        length += len(text)
        start = end
        yield
    return b"".join(parts), length


def _cut(raw: bytes, end: int, stop: int) -> int:
    """A place from `end` on that is neither within a character nor near an escape."""
    while end < stop:
        if 0x80 <= raw[end] < 0xC0:
            end += 1
        elif (escape := raw.rfind(b"\\", max(0, end - _LONGEST_ESCAPES), end)) >= 0:
            end = escape + _LONGEST_ESCAPES + 1
        else:
            return end
    return stop
