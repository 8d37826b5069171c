"""Finds a pattern in the cells of a table, in the order in which they are shown.

A cell is found by its whole value: a text as it is, a number as sent, a nested value by the values
in it, at any depth. Names do not count, as for the filter (see `text_match`).
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from k2bench.content.data import Order
from k2bench.content.hits import MOST, LineHits
from k2bench.content.json_text import string_text
from k2bench.content.pattern import Pattern
from k2bench.content.table import Table
from k2bench.content.text_match import TextMatch
from k2bench.content.wanted import Found, Wanted

BATCH = 1 << 16  # bytes of rows looked through in one step
ROWS = 40  # rows that are looked at in one step
LARGE = 1 << 16  # characters of their cells: fewer rows will do
_loose = msgspec.json.Decoder(float_hook=str).decode
_REFUSED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class TableSearch:
    """A search of the cells shown. Its hits are row, place of the column, and 1.

    Args:
        order: row numbers in the order shown; None: all, as sent.
        names: the columns shown, from left to right.
    """

    def __init__(
        self, wanted: Wanted, table: Table, order: Order | None, names: Sequence[str]
    ) -> None:
        self.hits = LineHits()
        self.names = names
        self._wanted = wanted
        self._rows = table.rows
        self._order = order
        self._table = Table(self._rows)  # one of its own: a table is for one thread
        self._keys = [column.name for column in table.columns]

    def run(self) -> Generator[Found | None, None, Found]:
        """Search everything.

        Raises:
            WorkbenchError: the pattern is none, or takes too long.
        """
        pattern = Pattern(self._wanted)
        total = self._rows.count if self._order is None else len(self._order)
        group = _Group()
        for row, source in self._candidates():
            if row is None:
                yield None
                continue
            self._add(group, row, source)
            if group.rows == ROWS or group.size > LARGE:
                if self._take(group, pattern):
                    return Found(MOST, row, total, more=True)
                group = _Group()
                yield Found(len(self.hits), row, total)
        more = self._take(group, pattern)
        return Found(len(self.hits), total, total, more)

    def _add(self, group: "_Group", row: int, source: int) -> None:
        values = self._table.values(source)
        group.rows += 1
        for place, name in enumerate(self.names):
            raw = values.get(name)
            if raw is not None:
                for text in value_texts(raw):
                    group.add(row, place, text)

    def _take(self, group: "_Group", pattern: Pattern) -> bool:
        """Search a group; True when there are more hits than are kept."""
        for row, place in group.hits(pattern):
            if len(self.hits) == MOST:
                return True
            self.hits.add(row, place, 1)
        return False

    def _candidates(self) -> Iterator[tuple[int | None, int]]:
        """Rows that may hold it, as shown and in the body, in order; None is a pause."""
        if self._order is None:
            for source in self._sources():
                yield source, source or 0
            return
        holds = bytearray(self._rows.count)
        for source in self._sources():
            if source is None:
                yield None, 0
            else:
                holds[source] = True
        for row, source in enumerate(self._order):
            if holds[source]:
                yield row, source
            elif row % 4096 == 0:
                yield None, 0

    def _sources(self) -> Iterator[int | None]:
        match = None if self._wanted.regular else TextMatch(self._wanted.text, self._keys)
        for first, stop in self._rows.batches(BATCH):
            found: Iterable[int] = range(stop - first)
            if match is not None:
                text, offsets = self._rows.batch(first, stop), self._rows.offsets(first, stop)
                found = array("I", match.rows_of(text, offsets))
            yield None
            for hit in found:
                yield first + hit


class _Group:
    """Texts of cells, to be searched as the lines of one text: that is ten times as fast."""

    def __init__(self) -> None:
        self.rows = 0
        self.size = 0
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._cells: list[tuple[int, int]] = []

    def add(self, row: int, place: int, text: str) -> None:
        """One text of a cell."""
        self._texts.append(text)
        self._starts.append(self.size)
        self._cells.append((row, place))
        self.size += len(text) + 1

    def hits(self, pattern: Pattern) -> Iterator[tuple[int, int]]:
        """The cells in which there is a match, each once, in order."""
        last = None
        for start, _ in pattern.spans("\n".join(self._texts)):
            cell = self._cells[bisect_right(self._starts, start) - 1]
            if cell != last:
                yield cell
            last = cell


def value_texts(raw: bytes) -> Iterable[str]:
    """The texts by which a value is found: one, or those of the values in a nested one."""
    if raw[:1] == b'"':
        return (string_text(raw),)
    if raw[:1] not in (b"{", b"["):
        return (raw.decode("utf-8", "replace"),)
    try:
        value = _loose(raw)
    except _REFUSED:
        try:
            value = json.loads(raw.decode("utf-8", "replace"), parse_float=str, strict=False)
        except (ValueError, RecursionError):
            return (raw.decode("utf-8", "replace"),)
    return _leaves(value)


def _leaves(value: Any) -> Iterator[str]:
    stack = [value]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list):
            stack += value
        elif isinstance(value, str):
            yield value
        else:
            yield json.dumps(value)
