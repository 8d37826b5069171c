"""Finds the arrays of objects in a JSON body, and what stands around them.

OData puts its rows under `value`, SCIM under `Resources`, K2 under `tasks` and `workflows`; any
other array of objects counts too, and so does a body that is an array. It does not know columns.
"""

from collections.abc import Generator
from typing import Any, TypeAlias

from k2bench.content.data import Data, Pauses, Progress, Steps, T
from k2bench.content.json_scan import (
    Flaw,
    FlawError,
    after_child,
    check_scalar,
    key_end,
    skip_blank,
    text_start,
    value_end,
)
from k2bench.content.json_text import loose_value, string_text
from k2bench.content.row_array import RowArray

KNOWN_NAMES = ("value", "Resources", "tasks", "workflows", "d.results", "results", "items", "data")
DEEPEST = 3  # objects in objects that are searched for arrays
MOST_ARRAYS = 100
WIDEST = 1 << 16  # bytes of a member that the envelope keeps
PAUSE = 1 << 15  # bytes of small members between two pauses

Reading: TypeAlias = Generator[int, None, T]
"""Work that tells at each pause which offset it has reached."""


class JsonRows:
    """The row arrays of one body, found while `read()` runs.

    Attributes:
        arrays: in the order of the body. One is here before its rows were all found.
        envelope: every other small member by its path (`@odata.nextLink`, `d.__next`), decoded.
        flaw: why the body could not be read to its end, or None.
        complete: whether `read()` is through.
    """

    def __init__(self, data: Data) -> None:
        self.arrays: list[RowArray] = []
        self.envelope: dict[str, Any] = {}
        self.flaw: Flaw | None = None
        self.complete = False
        self._data = data
        self._paused = 0

    @property
    def main(self) -> RowArray | None:
        """The array most likely meant: of a known name, or else the one with the most rows."""
        known = [array for array in self.arrays if array.name in KNOWN_NAMES]
        if known:
            return min(known, key=lambda array: KNOWN_NAMES.index(array.name))
        return max(self.arrays, key=lambda array: array.count, default=None)

    def read(self) -> Steps["JsonRows"]:
        """Read the whole body; rows found are there after each step. It never raises."""
        total = len(self._data)
        try:
            for at in self._root():
                yield Progress(at, total)
        except FlawError as error:
            self.flaw = error.flaw
        self.complete = True
        yield Progress(total, total)
        return self

    def _root(self) -> Reading[None]:
        at = text_start(self._data)
        first = self._data[at : at + 1]
        if first == b"[" and self._holds_objects(at, ()):
            end = yield from self._array(at, ())
        elif first == b"{":
            end = yield from self._object(at, ())
        else:
            end = yield from _told(value_end(self._data, at), at)
            check_scalar(self._data, at, end)
        end = skip_blank(self._data, end)
        if end < len(self._data):
            raise FlawError("More text follows the end of the JSON", end)

    def _object(self, at: int, path: tuple[str, ...]) -> Reading[int]:
        """Look through the members of the object at `at`. Returns the offset behind it."""
        data = self._data
        at = skip_blank(data, at + 1)
        if data[at : at + 1] == b"}":
            return at + 1
        closed = False
        while not closed:
            name_end, value = yield from _told(key_end(data, at), at)
            name = string_text(data[at:name_end])
            end = yield from self._member(value, (*path, name))
            at, closed = after_child(data, end, b"}")
            if at - self._paused > PAUSE:
                self._paused = at
                yield at
        return at

    def _member(self, at: int, path: tuple[str, ...]) -> Reading[int]:
        """Read the value at `at`. Returns the offset behind it."""
        first = self._data[at : at + 1]
        if first == b"{" and len(path) < DEEPEST:
            return (yield from self._object(at, path))
        if first == b"[" and self._holds_objects(at, path):
            return (yield from self._array(at, path))
        end = yield from _told(value_end(self._data, at), at)
        if end - at <= WIDEST:
            self.envelope[".".join(path)] = loose_value(self._data[at:end])
        return end

    def _holds_objects(self, at: int, path: tuple[str, ...]) -> bool:
        if len(self.arrays) >= MOST_ARRAYS:
            return False
        inside = skip_blank(self._data, at + 1)
        first = self._data[inside : inside + 1]
        return first == b"{" or (first == b"]" and (".".join(path) in KNOWN_NAMES or not path))

    def _array(self, at: int, path: tuple[str, ...]) -> Reading[int]:
        rows = RowArray(self._data, at, path)
        self.arrays.append(rows)
        for _ in rows.cut():
            yield rows.reached
        return rows.end


def _told(work: Pauses[T], at: int) -> Reading[T]:
    """Run `work` and say at each pause that the reading is at `at`. Returns its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        yield at
