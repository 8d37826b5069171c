"""Lays out one piece of JSON as lines, two blanks a level. Tokens stay as sent: `1.10`, `\\u00e4`.

A piece that a parser refuses (NaN, deep nesting) is laid out by its tokens.
"""

import json
import re
from typing import Any

import msgspec

from k2bench.content.data import Data
from k2bench.content.json_members import at_once
from k2bench.content.json_outline import Piece, PieceKind
from k2bench.content.json_scan import Flaw, key_end
from k2bench.content.json_text import printable, string_text
from k2bench.content.long_value import LongValue, Spelling

RUNS = (PieceKind.ELEMENTS, PieceKind.MEMBERS, PieceKind.VALUE)  # what is laid out by a parser
INDENT = "  "
DEEPEST = 100  # levels that are indented
WIDEST = 1 << 17  # bytes of which a key is looked for
SHOWN = 200  # characters of a value too long to be laid out
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_KEY = re.compile(rb'("[^"\\]*+(?:\\.[^"\\]*+)*+")\s*:\s*(.*)', re.DOTALL)
_SAID = re.compile(r"JSON is malformed: (.*) \(byte (\d+)\)", re.DOTALL)
_HALF = re.compile(  # of a pair of surrogates, without the other one
    rb"(?:\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\\\|[^\\]|\\(?!u[dD][89a-fA-F])[^\\])*+(\\u)",
    re.DOTALL,
)
_REFUSED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def laid_out(data: Data, piece: Piece) -> list[str]:
    """The lines of a piece. It never raises."""
    return laid_out_text(data, piece).split("\n")


def laid_out_text(data: Data, piece: Piece) -> str:
    """The lines of a piece, joined. It never raises."""
    text = piece_text(data, piece).decode("utf-8", "replace")
    if piece.depth or piece.kind is PieceKind.VALUE:
        pad = INDENT * piece.depth
        if piece.kind in (PieceKind.ELEMENTS, PieceKind.MEMBERS):
            pad = INDENT * (piece.depth - 1)
            text = text[text.index("\n") + 1 : text.rindex("\n")]  # without its brackets
        if pad:
            text = pad + text.replace("\n", "\n" + pad)
    return text + "," if piece.comma else text


def long_value_at(data: Data, piece: Piece) -> tuple[str, int]:
    """Of a LONG piece: what stands before its value on the line, and the value's offset."""
    key = _KEY.match(data, piece.start, piece.end)
    lead = key.group(1).decode("utf-8", "replace") + ": " if key else ""
    return INDENT * piece.depth + lead, key.start(2) if key else piece.start


def measure(data: Data, piece: Piece) -> tuple[int, Flaw | None]:
    """How many lines `laid_out` gives, and why a parser would refuse the piece, if it would."""
    if piece.kind not in RUNS:
        return 1, None
    raw = _runnable(data, piece)
    text, odd = _formatted(raw)
    is_value = piece.kind is PieceKind.VALUE
    lines = text.count(b"\n") + (1 if is_value else -1)
    return lines, _flaw(odd, raw, piece.start - (not is_value), piece.start) if odd else None


class _DoubledError(Exception):
    """A key stands twice in one object."""


def doubled_key(data: Data, piece: Piece) -> str | None:
    """A key that stands twice in one object of a piece; None if there is none, or it is unread."""
    try:
        json.loads(_runnable(data, piece), object_pairs_hook=_check_keys)
    except _DoubledError as found:
        return str(found)
    except (ValueError, RecursionError):
        pass
    return None


def _check_keys(pairs: list[tuple[str, Any]]) -> None:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            raise _DoubledError(printable(key))
        seen.add(key)


def piece_text(data: Data, piece: Piece) -> bytes:
    """The text of a piece with its line ends: not indented by its depth, runs with brackets."""
    if piece.kind in RUNS:
        return formatted(_runnable(data, piece))
    if piece.kind is PieceKind.CLOSE:
        return data[piece.start : piece.end]
    size = piece.end - piece.start
    head = piece.kind is PieceKind.LONG and size > WIDEST
    return _one_line(data[piece.start : piece.start + WIDEST if head else piece.end], size)


def _runnable(data: Data, piece: Piece) -> bytes:
    """A piece that a parser can read: a run gets its brackets."""
    raw = data[piece.start : piece.end]
    if piece.kind is PieceKind.ELEMENTS:
        return b"[" + raw + b"]"
    return b"{" + raw + b"}" if piece.kind is PieceKind.MEMBERS else raw


def formatted(raw: bytes) -> bytes:
    """Any small JSON text on several lines."""
    return _formatted(raw)[0]


def _formatted(raw: bytes) -> tuple[bytes, Exception | None]:
    try:
        return msgspec.json.format(raw, indent=len(INDENT)), None
    except _REFUSED as error:
        return _by_tokens(raw), error


def _flaw(error: Exception, text: bytes, base: int, start: int) -> Flaw:
    """What a parser said of a text that begins at `base`, the piece itself at `start`."""
    if isinstance(error, RecursionError):
        return Flaw("It is nested more deeply than most programs read", start)
    found = _SAID.fullmatch(str(error))
    if not found or "surrogate" in found[1]:
        half = _HALF.match(text)
        if half:
            return Flaw("Half of a pair of surrogates stands alone", base + half.start(1))
    if not found:
        return Flaw("A value in it is not complete", start)
    return Flaw(found[1][:1].upper() + found[1][1:], base + int(found[2]))


def long_line(data: Data, piece: Piece) -> str:
    """The line of a LONG piece, with all of its value."""
    text = data[piece.start : piece.end].decode("utf-8", "replace")
    return INDENT * piece.depth + text + "," * piece.comma


def split_line(line: str) -> LongValue:
    """The value of a laid-out line with at most a key before it and a comma behind it."""
    raw = line.strip(" ").removesuffix(",").encode("utf-8", "replace")
    found = _KEY.match(raw)
    return _long_value(found[1] if found else b"", raw, found.start(2) if found else 0, len(raw))


def split_long(data: Data, piece: Piece, parent: Piece | None) -> LongValue | None:
    """The value of a LONG piece in what `parent` opens; None when all of it is shown."""
    key, start = b"", piece.start
    if parent is not None and data[parent.end - 1 : parent.end] == b"{":
        end, start = at_once(key_end(data, piece.start))
        key = data[piece.start : end]
    if piece.end - start <= SHOWN:
        return None
    return _long_value(key, data, start, piece.end)


def _long_value(key: bytes, data: Data, start: int, end: int) -> LongValue:
    name = string_text(key) if key else ""
    if data[start : start + 1] == b'"':
        return LongValue(name, data, start + 1, end - 1, Spelling.JSON)
    return LongValue(name, data, start, end)


def _one_line(raw: bytes, size: int) -> bytes:
    """A key with the bracket it opens, or a value of which only the start is shown.

    Args:
        raw: at least the start of it.
        size: of all of it.
    """
    found = _KEY.match(raw)
    key, value = found.groups() if found else (b"", raw)
    if len(value) > SHOWN:
        head = value[:SHOWN].decode("utf-8", "ignore").replace("\n", " ")
        value = f"{head}… ({len(value) + size - len(raw):,} bytes)".encode()
    return key + b": " + value if found else value


def _by_tokens(raw: bytes) -> bytes:
    tokens = _TOKEN.findall(raw.decode("utf-8", "replace"))
    parts: list[str] = []
    depth = 0
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        if token in ("}", "]"):
            depth = max(0, depth - 1)
            if before not in ("{", "["):
                parts.append(_line_end(depth))
        elif before in ("{", "[", ","):
            parts.append(_line_end(depth))
        if token in ("{", "["):
            depth += 1
        parts.append(": " if token == ":" else token.replace("\n", " "))
    return "".join(parts).encode("utf-8", "replace")


def _line_end(depth: int) -> str:
    return "\n" + INDENT * min(depth, DEEPEST)
