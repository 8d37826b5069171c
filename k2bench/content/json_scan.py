"""Where a JSON value ends, found by its brackets and quotes alone (RFC 8259, section 2).

It does not check what stands between them: a parser does that, when a value is shown. So it gets
past what a parser refuses (NaN, lone surrogates, bytes that are not UTF-8, any depth).
"""

import re
from dataclasses import dataclass

from k2bench.content.data import Data, Pauses

PAUSE = 1 << 16  # bytes looked at between two pauses
_BLANK = re.compile(rb"[ \t\r\n]*+")
_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_INSIDE = re.compile(rb'(?:[^"\[\]{}]++|' + _STRING + rb")*+", re.DOTALL)
_SHORT_STRING = re.compile(_STRING, re.DOTALL)
_SCALAR = re.compile(rb'[^ \t\r\n,:\[\]{}"]*+')
_LITERAL = re.compile(rb"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|NaN|-?Infinity")
_CLOSER = {0x5B: 0x5D, 0x7B: 0x7D}
UTF8_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a body is not JSON, or not to its end; `at` is the offset of the byte."""

    reason: str
    at: int

    def __str__(self) -> str:
        return f"{self.reason} (byte {self.at:,})"


class FlawError(Exception):
    """The text cannot be JSON from here on."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.flaw = Flaw(reason, at)


def text_start(data: Data) -> int:
    """The offset of the first byte behind a byte order mark and blanks."""
    return skip_blank(data, len(UTF8_BOM) if data[:3] == UTF8_BOM else 0)


def skip_blank(data: Data, at: int) -> int:
    """The offset of the first byte from `at` on that is not JSON's white space."""
    found = _BLANK.match(data, at)
    return found.end() if found else at


def value_end(data: Data, at: int) -> Pauses[int]:
    """The offset behind the value that starts at `at`.

    Raises:
        FlawError: no value starts there, brackets do not match, or the body ends first.
    """
    first = data[at : at + 1]
    if first == b'"':
        return (yield from string_end(data, at))
    if first in (b"[", b"{"):
        return (yield from _container_end(data, at))
    return (yield from _scalar_end(data, at))


def _scalar_end(data: Data, at: int) -> Pauses[int]:
    end = at
    while True:
        found = _SCALAR.match(data, end, end + PAUSE)
        stop = found.end() if found else end
        if stop < end + PAUSE:
            break
        end = stop
        yield
    if stop == at:
        raise FlawError(_unexpected(data, at), at)
    return stop


def check_scalar(data: Data, at: int, end: int) -> None:
    """Be strict about a body that is one word: a text is not JSON because it has a first word.

    Raises:
        FlawError: it is neither a container, a string, a number nor a literal.
    """
    if data[at : at + 1] not in (b"{", b"[", b'"') and not _LITERAL.fullmatch(data[at:end]):
        raise FlawError(_unexpected(data, at), at)


def _container_end(data: Data, at: int) -> Pauses[int]:
    closers = bytearray([_CLOSER[data[at]]])
    paused = at
    at += 1
    while closers:
        found = _INSIDE.match(data, at, at + PAUSE)
        at = found.end() if found else at
        if at >= len(data):
            raise FlawError("The JSON ends in the middle of a value", len(data))
        byte = data[at]
        if byte in _CLOSER:
            closers.append(_CLOSER[byte])
            at += 1
        elif byte == 0x22:
            at = yield from string_end(data, at)
        elif byte == closers[-1]:
            closers.pop()
            at += 1
        elif byte in b"]}":
            raise FlawError(f"“{chr(byte)}” closes what “{_opener(closers)}” opened", at)
        if at - paused >= PAUSE:
            paused = at
            yield
    return at


def _opener(closers: bytearray) -> str:
    return "[" if closers[-1] == 0x5D else "{"


def string_end(data: Data, at: int) -> Pauses[int]:
    """The offset behind the string whose opening quote is at `at`; it may be of any length.

    Raises:
        FlawError: the body ends first.
    """
    found = _SHORT_STRING.match(data, at, at + PAUSE)
    if found:
        return found.end()
    start = at + 1
    look = start
    while True:
        quote = data.find(b'"', look, look + 16 * PAUSE)
        if quote >= 0 and _backslashes(data, start, quote) % 2 == 0:
            return quote + 1
        look = quote + 1 if quote >= 0 else look + 16 * PAUSE
        if look >= len(data):
            raise FlawError("The JSON ends in the middle of a string", len(data))
        yield


def _backslashes(data: Data, start: int, end: int) -> int:
    """How many backslashes stand directly before `end`, not looking before `start`."""
    size = 64
    while True:
        piece = data[max(start, end - size) : end]
        count = len(piece) - len(piece.rstrip(b"\\"))
        if count < size or len(piece) < size:
            return count
        size *= 8


def key_end(data: Data, at: int) -> Pauses[tuple[int, int]]:
    """The offset behind the key that starts at `at`, and that of the value behind its colon.

    Raises:
        FlawError: no key, or no colon behind it.
    """
    if data[at : at + 1] != b'"':
        raise FlawError(_unexpected(data, at, "a name in quotes"), at)
    end = yield from string_end(data, at)
    colon = skip_blank(data, end)
    if data[colon : colon + 1] != b":":
        raise FlawError(_unexpected(data, colon, "“:”"), colon)
    return end, skip_blank(data, colon + 1)


def after_child(data: Data, at: int, closer: bytes) -> tuple[int, bool]:
    """What follows a child that ended at `at`: where the next one starts, or the end.

    Returns:
        The next child's offset and False; or the offset behind `closer` and True.

    Raises:
        FlawError: neither a comma nor the closing bracket follows.
    """
    at = skip_blank(data, at)
    byte = data[at : at + 1]
    if byte == closer:
        return at + 1, True
    if byte != b",":
        raise FlawError(_unexpected(data, at, f"“,” or “{closer.decode()}”"), at)
    return skip_blank(data, at + 1), False


def _unexpected(data: Data, at: int, wanted: str = "a value") -> str:
    byte = data[at : at + 1]
    if not byte:
        return f"The JSON ends where {wanted} is expected"
    shown = ascii(byte.decode("latin-1"))[1:-1]
    return f"“{shown}” stands where {wanted} is expected"
