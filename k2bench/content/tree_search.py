"""Finds a pattern in the keys and single values of a JSON text, escapes read, in steps.

A piece of about 64 KB is cut into its keys and values, which are searched as the lines of one
text: that is many times as fast as one by one. It does not know how a tree is drawn.
"""

import re
from collections.abc import Generator, Iterator

from k2bench.content.data import Data, Pauses
from k2bench.content.hits import MOST, ByteHits
from k2bench.content.json_scan import FlawError, string_end, text_start
from k2bench.content.json_text import string_text
from k2bench.content.passages import PIECE, window_at
from k2bench.content.pattern import Pattern
from k2bench.content.wanted import Found, Wanted

_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_SCALAR = rb'[^ \t\r\n{}\[\],:"]++'
_TOKEN = re.compile(_STRING + rb"|" + _SCALAR, re.DOTALL)
_WHOLE = re.compile(rb'(?:[^"]++|' + _STRING + rb")*+", re.DOTALL)
_SIGNS = [bytes([byte]) for byte in b' \t\r\n{}[],:"']  # what no number or word has in it
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[^u]")


class TreeSearch:
    """A search of a JSON text. A hit is a whole key or value, however often it matches.

    Attributes:
        hits: where they start, with their quotes, and where they end.
    """

    def __init__(self, wanted: Wanted, data: Data) -> None:
        self.hits = ByteHits()
        self._wanted = wanted
        self._data = data

    def run(self) -> Generator[Found | None, None, Found]:
        """Search everything.

        Raises:
            WorkbenchError: the pattern is none, or takes too long.
        """
        pattern = Pattern(self._wanted)
        at, total = text_start(self._data), len(self._data)
        while at < total:
            end = self._whole(at)
            if end > at:
                found: Iterator[tuple[int, int] | None] = self._in_piece(pattern, at, end)
            else:
                end = yield from self._long_end(at)
                found = self._in_long(pattern, at, end)
            for hit in found:
                if hit is None:
                    yield None
                elif len(self.hits) == MOST:
                    return Found(MOST, at, total, more=True)
                else:
                    self.hits.add(*hit)
            at = end
            yield Found(len(self.hits), at, total)
        return Found(len(self.hits), total, total)

    def _whole(self, at: int) -> int:
        """Where the whole keys and values that start from `at` on end, within a piece."""
        limit = min(at + PIECE, len(self._data))
        found = _WHOLE.match(self._data, at, limit)
        end = found.end() if found else at
        if end == limit < len(self._data):  # perhaps in the middle of a number
            piece = self._data[at:end]
            end = at + max(piece.rfind(sign) for sign in _SIGNS) + 1
        return end

    def _long_end(self, at: int) -> Pauses[int]:
        """The end of a value that is larger than a piece."""
        if self._data[at : at + 1] != b'"':
            return min(at + PIECE, len(self._data))
        try:
            return (yield from string_end(self._data, at))
        except FlawError:
            return len(self._data)

    def _in_piece(self, pattern: Pattern, at: int, end: int) -> Iterator[tuple[int, int] | None]:
        tokens = _TOKEN.findall(self._data, at, end)
        text = b"\n".join(tokens).replace(b'"', b"").decode("utf-8", "replace")
        if b"\\" in self._data[at:end] or text.count("\n") >= len(tokens):
            text = "\n".join(map(_line, tokens))
        numbers = list(_lines_of(pattern, text))
        if numbers:
            places = [token.span() for token in _TOKEN.finditer(self._data, at, end)]
            for number in numbers:
                yield places[number]

    def _in_long(self, pattern: Pattern, at: int, end: int) -> Iterator[tuple[int, int] | None]:
        inside = at + (self._data[at : at + 1] == b'"')
        place = inside
        while place < end:
            window = window_at(self._data, place, inside, end)
            if pattern.spans(_ESCAPES.sub(_read_escapes, window.text).replace("\n", " ")):
                yield at, end
                return
            place = window.end
            yield None


def _line(token: bytes) -> str:
    """A key or a value as one line."""
    if token[:1] != b'"':
        return token.decode("utf-8", "replace")
    return string_text(token).replace("\n", " ")


def _read_escapes(found: re.Match[str]) -> str:
    return string_text(b'"%s"' % found.group().encode("utf-8", "replace"))


def _lines_of(pattern: Pattern, text: str) -> Iterator[int]:
    """The numbers of the lines with a match, each once, in order."""
    line, at, last = 0, 0, -1
    for start, _ in pattern.spans(text):
        line += text.count("\n", at, start)
        at = start
        if line != last:
            yield line
        last = line
