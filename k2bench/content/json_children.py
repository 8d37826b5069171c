"""The children of one JSON object or array as offsets: eight bytes each, found in steps.

Brackets and quotes alone are looked at, so doubled keys are all found, and so is what a parser
refuses. It does not know what the children hold.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from k2bench.content.data import Data, Offsets, Pauses
from k2bench.content.json_members import at_once
from k2bench.content.json_scan import (
    Flaw,
    FlawError,
    after_child,
    key_end,
    skip_blank,
    value_end,
)
from k2bench.content.row_array import RowArray

PAUSE = 1 << 16  # bytes looked at between two pauses
RUN = 8192  # small children found between two pauses
SLOW = 16  # times the work of a child that has containers in it
_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_GAP = rb"[ \t\r\n]*+"
_FLAT = (  # a value without containers in it
    rb"(?:" + _STRING + rb'|\{(?:[^"\[\]{}]++|' + _STRING + rb')*+\}|\[(?:[^"\[\]{}]++|'
    + _STRING + rb')*+\]|[^ \t\r\n,:\[\]{}"]++)'
)  # fmt: skip
_NEXT = _GAP + rb"," + _GAP
_ELEMENT = re.compile(_FLAT + _NEXT, re.DOTALL)
_MEMBER = re.compile(_STRING + _GAP + rb":" + _GAP + _FLAT + _NEXT, re.DOTALL)
_BLANKS = b" \t\r\n,"
_NO_VALUE = (b"", b",", b":", b"]", b"}")

Look: TypeAlias = Callable[[int], Pauses[int]]
"""Looks through the large container at an offset; the result is the offset behind it."""


@dataclass(frozen=True, slots=True)
class Child:
    """Where one child stands: its key with the quotes, and its value.

    Attributes:
        key, key_end: offsets; equal for what has no key.
        start, end: offsets of the value; `end` is 0 as long as it is not known.
    """

    key: int
    key_end: int
    start: int
    end: int = 0


class Children:
    """The children of the container that starts at `at`, found while `read()` runs.

    One thread reads; others may ask for children below `count` meanwhile.

    Attributes:
        is_object: whether they have keys.
        flaw: why the container could not be read to its end, or None.
        is_begun, is_complete: whether `read()` has begun, and whether it is through.
        end: the offset behind the closing bracket; 0 until it was reached.
    """

    def __init__(self, data: Data, at: int) -> None:
        self.at = at
        self.is_object = data[at : at + 1] == b"{"
        self.flaw: Flaw | None = None
        self.is_begun = self.is_complete = False
        self.end = 0
        self._data = data
        self._closer = b"}" if self.is_object else b"]"
        self._starts: Offsets = array("Q")
        self._last_end = 0

    @property
    def count(self) -> int:
        """Children found so far."""
        return len(self._starts)

    @property
    def reached(self) -> int:
        """The offset up to which they were looked for."""
        return max(self._last_end, self.at)

    def child(self, number: int) -> Child:
        """Where a child stands."""
        bound = self._last_end  # read before the length: another thread may append in between
        key = self._starts[number]
        if number + 1 < len(self._starts):
            bound = self._starts[number + 1]
        key_stop, start = at_once(key_end(self._data, key)) if self.is_object else (key, key)
        return Child(key, key_stop, start, self._without_blanks(start, bound))

    def part(self, first: int, stop: int) -> Child:
        """Where the children from `first` to before `stop` stand, with the commas between them."""
        start = self._starts[first]
        return Child(start, start, start, self.child(stop - 1).end)

    def at_offset(self, offset: int) -> int:
        """The number of the last child that starts at or before an offset; -1 for none."""
        return bisect_right(self._starts, offset) - 1

    def read(self, look: Look | None = None) -> Pauses[None]:
        """Find the children. It never raises.

        Args:
            look: used for children larger than PAUSE bytes, so that somebody learns of them.
        """
        if self.is_begun:
            return
        self.is_begun = True
        try:
            yield from self._cut(look)
        except FlawError as error:
            self.flaw = error.flaw
        self.is_complete = True

    def _cut(self, look: Look | None) -> Pauses[None]:
        at = skip_blank(self._data, self.at + 1)
        if self._data[at : at + 1] == self._closer:
            self.end = at + 1
        elif self._data[at : at + 1] == b"{" and not self.is_object:
            yield from self._rows()
        else:
            yield from self._one_by_one(at, look)

    def _rows(self) -> Pauses[None]:
        """An array of objects: a parser finds them faster than we do."""
        rows = RowArray(self._data, self.at)
        self._starts = rows.starts
        try:
            for _ in rows.cut():
                self._last_end = rows.reached
                yield
        except FlawError:
            self._last_end = rows.reached
            self._add_broken(rows)
            raise
        self._last_end, self.end = rows.reached, rows.end

    def _add_broken(self, rows: RowArray) -> None:
        """The row in which the array breaks off: what stands before the flaw can be shown."""
        at = self.at + 1
        if rows.count:
            at, _ = after_child(self._data, rows.reached, self._closer)
        at = skip_blank(self._data, at)
        if self._data[at : at + 1] == b"{":
            self._starts.append(at)

    def _one_by_one(self, at: int, look: Look | None) -> Pauses[None]:
        pattern = _MEMBER if self.is_object else _ELEMENT
        paused, work = at, 0
        while not self.end:
            found = pattern.match(self._data, at, at + PAUSE)
            if found:
                self._starts.append(at)
                self._last_end = at = found.end()
            else:
                at = yield from self._slowly(skip_blank(self._data, at), look)
            work += 1 if found else SLOW
            if at - paused > PAUSE or work > RUN:
                paused, work = at, 0
                yield

    def _slowly(self, at: int, look: Look | None) -> Pauses[int]:
        """Find a child of any size. Returns where the next one starts, or the end."""
        data, value = self._data, at
        if self.is_object:
            _, value = yield from key_end(data, at)
        if data[value : value + 1] not in _NO_VALUE:
            self._starts.append(at)
        self._last_end = yield from self._end_of(value, look)
        at, closed = after_child(data, self._last_end, self._closer)
        if closed:
            self.end = at
        return at

    def _end_of(self, value: int, look: Look | None) -> Pauses[int]:
        work = value_end(self._data, value)
        if look is None or self._data[value : value + 1] not in (b"{", b"["):
            return (yield from work)
        try:
            next(work)
        except StopIteration as ended:
            end: int = ended.value
            return end
        yield
        return (yield from look(value))  # it is a large one

    def _without_blanks(self, start: int, bound: int) -> int:
        """The offset behind a value that ends somewhere before `bound`; 0 if that is not known."""
        size = 256
        while bound > start:
            piece = self._data[max(start, bound - size) : bound]
            kept = len(piece.rstrip(_BLANKS))
            if kept:
                return bound - len(piece) + kept
            bound -= len(piece)
            size = min(size * 8, 1 << 20)
        return 0
