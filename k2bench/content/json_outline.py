"""Cuts a JSON text of any size into pieces that can each be laid out alone.

A piece is a run of whole neighbours in one array or object, about 128 KB of them, or the opening or
closing bracket of a container too large for a run. It does not know how a piece is drawn.
"""

import re
from collections.abc import Generator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import msgspec

from k2bench.content.data import Data
from k2bench.content.json_scan import (
    FlawError,
    after_child,
    check_scalar,
    key_end,
    skip_blank,
    string_end,
    text_start,
    value_end,
)

PIECE = 1 << 17
SLOW = 1 << 14  # bytes looked at child by child before a run is guessed again
TRIES = 3  # guesses of a run by one mark; each costs the time of parsing it
DEEPEST = 100  # containers larger than a piece within each other
_elements = msgspec.json.Decoder(list[msgspec.Raw]).decode
_members = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_REFUSED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_CLOSER = re.compile(rb"[\]}]")
_HEAD = re.compile(rb'\{[ \t\r\n]*(?:"[^"\\]{0,80}")?|["\[]|')


class PieceKind(Enum):
    """What a piece is. VALUE: one whole value; LONG: one on a line, of which the start shows."""

    VALUE = "value"
    ELEMENTS = "elements"
    MEMBERS = "members"
    LONG = "long"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text.

    Attributes:
        start: the offset of its first byte; of VALUE, LONG and OPEN that of the key, if any.
        end: the offset behind it, without the comma that follows.
        depth: how many containers it stands in.
        comma: whether a comma follows.
    """

    kind: PieceKind
    start: int
    end: int
    depth: int
    comma: bool = False


Pieces: TypeAlias = Generator[Piece | None, None, int]
"""Pieces in order; None is a pause. The result is the offset behind the last one."""


def outline(data: Data) -> Pieces:
    """The pieces of a whole body.

    Raises:
        FlawError: the text is not JSON from some place on; the pieces before it stand.
    """
    at = text_start(data)
    if len(data) - at <= PIECE:
        end = yield from value_end(data, at)
        check_scalar(data, at, end)
        yield Piece(PieceKind.VALUE, at, end, 0)
    else:
        end = yield from _Outline(data).value(at, at, 0)
    end = skip_blank(data, end)
    if end < len(data):
        raise FlawError("More text follows the end of the JSON", end)
    return end


class _Outline:
    def __init__(self, data: Data) -> None:
        self._data = data
        # what stands between two children, and how much of it belongs to the first of them
        self._marks: list[tuple[int, bytes]] = []

    def value(self, start: int, at: int, depth: int) -> Pieces:
        """A value of any size at `at`, whose key starts at `start` (or the value itself)."""
        first = self._data[at : at + 1]
        if first in (b"{", b"["):
            return (yield from self._container(start, at, depth))
        if first == b'"':
            end = yield from string_end(self._data, at)
        else:
            end = yield from value_end(self._data, at)
        yield Piece(PieceKind.LONG, start, end, depth, self._comma(end))
        return end

    def _container(self, start: int, at: int, depth: int) -> Pieces:
        if depth >= DEEPEST:
            raise FlawError("The JSON is nested too deeply to be laid out", at)
        opener = self._data[at : at + 1]
        closer = b"}" if opener == b"{" else b"]"
        inside = skip_blank(self._data, at + 1)
        if self._data[inside : inside + 1] == closer:
            yield Piece(PieceKind.LONG, start, inside + 1, depth, self._comma(inside + 1))
            return inside + 1
        yield Piece(PieceKind.OPEN, start, at + 1, depth)
        at, closed = inside, False
        self._marks = []
        while not closed:
            end = yield from self._run(at, closer)
            if end == at:  # the next child is too large for a run
                value = at
                if closer == b"}":
                    _, value = yield from key_end(self._data, at)
                end = yield from self.value(at, value, depth + 1)
                self._marks = []
            else:
                kind = PieceKind.MEMBERS if closer == b"}" else PieceKind.ELEMENTS
                yield Piece(kind, at, end, depth + 1, self._comma(end))
            at, closed = after_child(self._data, end, closer)
        yield Piece(PieceKind.CLOSE, at - 1, at, depth, self._comma(at))
        return at

    def _comma(self, end: int) -> bool:
        at = skip_blank(self._data, end)
        return self._data[at : at + 1] == b","

    def _run(self, at: int, closer: bytes) -> Pieces:
        """The end of a run that starts at `at`; `at` itself when its first child is too large."""
        end = yield from self._guessed(at, closer)
        if end > at:
            return end
        start, children = at, 0
        stop = SLOW if self._marks else 0
        while True:
            child_end = yield from self._child_end(at, closer)
            if child_end is None:
                return end if children else start
            end = child_end
            children += 1
            at, closed = after_child(self._data, end, closer)
            if closed:
                return end
            self._learn(end, at, closer)
            if at - start >= stop:
                return end
            if children % 256 == 0:
                yield None

    def _guessed(self, at: int, closer: bytes) -> Pieces:
        for kept, mark in self._marks:
            stop = at + PIECE
            for _ in range(TRIES):
                cut = self._data.rfind(mark, at, stop)
                if cut <= at:
                    break
                if _is_whole(self._data[at : cut + kept], closer):
                    return cut + kept
                stop = cut + len(mark) - 1
                yield None
        return at

    def _child_end(self, at: int, closer: bytes) -> Generator[None, None, int | None]:
        """The end of the child at `at`; None when it is too large for a run."""
        value = at
        if closer == b"}":
            _, value = yield from key_end(self._data, at)
        if self._is_open(value, at + PIECE):
            return None
        work = value_end(self._data, value)
        pauses = 0
        while True:
            try:
                next(work)
            except StopIteration as ended:
                end: int = ended.value
                return end if end - at <= PIECE else None
            pauses += 1
            if pauses > 1:
                return None
            yield

    def _is_open(self, at: int, stop: int) -> bool:
        """Whether a container cannot end before `stop`; cheap, but not every one is seen."""
        if self._data[at : at + 1] not in (b"{", b"["):
            return False
        text = self._data[at:stop]
        found = _CLOSER.search(text)
        if not found:
            return True
        opened = text[: found.start()]
        if b'"' in opened:  # brackets in strings open nothing
            return False
        return opened.count(b"[") + opened.count(b"{") > text.count(b"]") + text.count(b"}")

    def _learn(self, end: int, following: int, closer: bytes) -> None:
        """Remember what stands between two children, to guess the next run by."""
        head = _HEAD.match(self._data, following) if closer == b"]" else None
        gap = self._data[end:following] + (head.group() if head else b'"')
        last = self._data[end - 1 : end]
        kept = 1 if last in (b"}", b"]", b'"') else 0
        self._marks = [(kept, self._data[end - kept : end] + gap)]
        if last in (b"}", b"]"):  # what ends like this child: seldom something inside of one
            self._marks.insert(0, (2, self._data[end - 2 : end] + gap))


def _is_whole(text: bytes, closer: bytes) -> bool:
    """Whether the text is some whole children of a container, as a parser sees it."""
    try:
        if closer == b"]":
            _elements(b"[" + text + b"]")
        else:
            _members(b"{" + text + b"}")
    except _REFUSED:
        return False
    return True
