"""Whether the values of a JSON text hold what someone typed. Names do not count, only values.

Case does not matter, in any alphabet; JSON escapes are seen through; numbers are as sent.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from k2bench.content.json_text import string_text

_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[^u]")
_SYNTAX = set(",:{}[]")
_QUOTES = set('"\\')
_COLON = re.compile(rb"[ \t\r\n]*:")
_loose = msgspec.json.Decoder(float_hook=str).decode
_LITERALS = {None: "null", True: "true", False: "false"}


class TextMatch:
    """A text to look for in the values of rows.

    Args:
        wanted: what was typed; blank finds everything.
        names: the keys of the rows, so that they can be kept apart from values.
    """

    def __init__(self, wanted: str, names: Sequence[str]) -> None:
        self.folded = wanted.casefold()
        self._plain = b"" if _QUOTES & set(wanted) else self.folded.encode()
        self._careful = bool((_SYNTAX | _QUOTES) & set(wanted)) or wanted != wanted.strip()
        self._colons = any(name.lstrip()[:1] in ("", ":") for name in names)
        self._clashing = any(self.folded in name.casefold() for name in names)

    def rows_of(self, text: bytes, offsets: Sequence[int]) -> list[int]:
        """Which rows of a batch hold it.

        Args:
            text: rows with what stands between them.
            offsets: where each row starts in `text`.

        Returns:
            Places in `offsets`, ascending.
        """
        ends = [*offsets[1:], len(text)]
        sure = not self._careful
        if b"\\" not in text and text.isascii() and not self._colons:
            hits = self._plain_hits(text.lower(), offsets)
        else:
            sure = sure and not self._clashing and text.count(b"{") <= len(offsets)
            spans = enumerate(zip(offsets, ends, strict=True))
            hits = [row for row, (start, end) in spans if self.in_text(text[start:end])]
        if sure:
            return hits
        return [row for row in hits if self.in_values(text[offsets[row] : ends[row]])]

    def _plain_hits(self, text: bytes, offsets: Sequence[int]) -> list[int]:
        """The same where no character is escaped, so that each quote starts or ends a string."""
        hits: list[int] = []
        wanted, row, last = self._plain, 0, len(offsets) - 1
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            quote = text.find(b'"', at + len(wanted))
            if quote >= 0 and _COLON.match(text, quote + 1):  # it stands in a name
                at = text.find(wanted, quote)
                continue
            while row < last and offsets[row + 1] <= at:
                row += 1
            hits.append(row)
            if row == last:
                break
            at = text.find(wanted, offsets[row + 1])
        return hits

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


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return _LITERALS[value]
    return str(value)


def _unescaped(found: re.Match[str]) -> str:
    return string_text(b'"' + found.group().encode() + b'"')
