"""Which rows hold what someone typed in a value. Names do not count, only values.

Case does not matter, in any alphabet; JSON escapes are seen through; numbers are as sent.
Most batches are searched as bytes. Where that could miss something (a letter written as an escape,
a letter whose other case has another length) rows are read one by one.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from k2bench.content.case_folds import spellings
from k2bench.content.json_scan import skip_blank
from k2bench.content.json_text import string_text

_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[^u]")
# a regular expression finds short byte strings three times as fast as bytes.find does
_UNICODE_ESCAPE = re.compile(rb"\\u")
_ASCII_ESCAPE = re.compile(rb"\\u00[0-7]")
_IN_ESCAPE = re.compile(rb"\\u[0-9a-f]{0,3}$")
_NAME_FOLLOWS = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+"[ \t\r\n]*:', re.DOTALL)
_HEXADECIMAL = [bytes([digit]) for digit in b"0123456789abcdef"]
_BLANKS = (b" ", b"\t", b"\r", b"\n")
_SYNTAX = set(",:{}[]")
_loose = msgspec.json.Decoder(float_hook=str).decode
_LITERALS = {None: "null", True: "true", False: "false"}


class TextMatch:
    """A text to look for in the values of rows.

    Args:
        wanted: what was typed; not empty.
        names: the keys of the rows.
    """

    def __init__(self, wanted: str, names: Sequence[str]) -> None:
        self.folded = wanted.casefold()
        self._check = bool(_SYNTAX & set(wanted)) or wanted != wanted.strip()
        self._check_all = any(name.lstrip()[:1] in ("", ":") for name in names)
        raw = json.dumps(self.folded, ensure_ascii=False)[1:-1].encode("utf-8", "replace")
        escaped = json.dumps(self.folded)[1:-1].encode()
        forms = [raw, *({escaped, raw.replace(b"/", b"\\/")} - {raw})]
        self._forms = [(form, re.compile(re.escape(form))) for form in forms]
        self._mixed = sum(not c.isascii() for c in wanted) > 1
        self._same: list[tuple[re.Pattern[bytes], bytes]] = []  # replaced before the search
        self._odd: list[bytes] = []  # where one of them stands, rows are read one by one
        for part, others in spellings(self.folded).items():
            for other in others:
                self._add_spelling(part, other)

    def _add_spelling(self, part: str, other: str) -> None:
        for ascii_only in (False, True):
            old = json.dumps(other, ensure_ascii=ascii_only)[1:-1].encode().lower()
            new = json.dumps(part, ensure_ascii=ascii_only)[1:-1].encode().lower()
            if old == new:
                continue
            if len(old) == len(new):
                self._same.append((re.compile(re.escape(old)), new))
            else:
                self._odd.append(old)

    def rows_of(self, text: bytes, offsets: Sequence[int]) -> list[int]:
        """Which rows of a batch hold it.

        Args:
            text: rows with what stands between them.
            offsets: where each row starts in `text`.

        Returns:
            Places in `offsets`, ascending.
        """
        ends = [*offsets[1:], len(text)]
        lowered = text.lower()
        if self._check_all or not self._fits(lowered):
            spans = enumerate(zip(offsets, ends, strict=True))
            hits = [row for row, (start, end) in spans if self.in_text(text[start:end])]
        else:
            hits = self._hits(lowered, offsets)
            if not self._check:
                return hits
        return [row for row in hits if self.in_values(text[offsets[row] : ends[row]])]

    def _fits(self, lowered: bytes) -> bool:
        """Whether a search of the bytes misses nothing."""
        if _UNICODE_ESCAPE.search(lowered):
            if _ASCII_ESCAPE.search(lowered) or (self._mixed and not lowered.isascii()):
                return False
        elif lowered.isascii():
            return True
        return not any(odd in lowered for odd in self._odd)

    def _hits(self, lowered: bytes, offsets: Sequence[int]) -> list[int]:
        escapes = b"\\" in lowered
        if not lowered.isascii() or escapes:
            for old, new in self._same:
                if old.search(lowered):
                    lowered = old.sub(new.replace(b"\\", b"\\\\"), lowered)
        forms = [pair for pair in self._forms if escapes or b"\\" not in pair[0]]
        found = [list(_hits_of(*pair, lowered, offsets, escapes)) for pair in forms]
        if len(found) == 1:
            return found[0]
        return sorted({row for rows in found for row in rows})

    def in_text(self, raw: bytes) -> bool:
        """Whether a JSON text holds it, its names and marks taken as text."""
        text = raw.decode("utf-8", "replace")
        if "\\" in text:
            text = _ESCAPES.sub(_unescaped, text)
        return self.folded in text.casefold()

    def in_values(self, raw: bytes) -> bool:
        """Whether a value of a row holds it, at any depth."""
        raw = raw.rstrip(b" \t\r\n,")
        try:
            value = _loose(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            try:
                value = json.loads(raw.decode("utf-8", "replace"), parse_float=str, strict=False)
            except (ValueError, RecursionError):
                return self.in_text(raw)
        return self._in_value(value)

    def _in_value(self, value: Any) -> bool:
        stack = [value]
        while stack:
            value = stack.pop()
            if isinstance(value, dict):
                stack += value.values()
            elif isinstance(value, list):
                stack += value
            elif self.folded in _shown(value).casefold():
                return True
        return False


def _hits_of(
    form: bytes, pattern: re.Pattern[bytes], text: bytes, offsets: Sequence[int], escapes: bool
) -> Iterator[int]:
    """The rows in which `form` stands in a value."""
    row, last = 0, len(offsets) - 1
    hexadecimal = form[:1] in _HEXADECIMAL and _UNICODE_ESCAPE.search(text) is not None
    found = pattern.search(text)
    while found:
        at = found.start()
        colon = _name_end(text, found.end())
        if escapes and (text[at - 1] == 0x5C or hexadecimal) and _in_escape(text, at):
            found = pattern.search(text, at + 1)
        elif colon:
            found = pattern.search(text, colon)
        else:
            while row < last and offsets[row + 1] <= at:
                row += 1
            yield row
            found = pattern.search(text, offsets[row + 1]) if row < last else None


def _name_end(text: bytes, at: int) -> int:
    """The offset of the colon behind the name that `at` is in; 0 when it is in no name."""
    quote = text.find(b'"', at)
    if quote < 0:
        return 0
    if text[quote - 1] == 0x5C:  # perhaps an escaped quote
        name = _NAME_FOLLOWS.match(text, at)
        return name.end() - 1 if name else 0
    colon = quote + 1
    if text[colon : colon + 1] in _BLANKS:
        colon = skip_blank(text, colon)
    return colon if text[colon : colon + 1] == b":" else 0


def _in_escape(text: bytes, at: int) -> bool:
    """Whether the byte at `at` belongs to an escape that starts before it."""
    before = text[max(0, at - 64) : at]
    if (len(before) - len(before.rstrip(b"\\"))) % 2:
        return True
    found = _IN_ESCAPE.search(before, max(0, len(before) - 5))
    if not found:
        return False
    slashes = before[: found.start() + 1]
    return (len(slashes) - len(slashes.rstrip(b"\\"))) % 2 == 1


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return _LITERALS[value]
    return str(value)


def _unescaped(found: re.Match[str]) -> str:
    return string_text(b'"' + found.group().encode() + b'"')
