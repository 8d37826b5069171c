"""Which columns an array of objects has, and of what type: by its data, or as told from outside."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

import msgspec

from k2bench.content.cell import Cell, CellKind, cell_of, row_values
from k2bench.content.json_members import elements

VALUE = "(value)"  # the column of rows that are not objects
MOST_COLUMNS = 10_000  # those behind are in the row's text only
MOST_SHAPES = 1000  # different key sequences remembered, to look at each only once
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?|/Date\(-?\d+")
_rows = msgspec.json.Decoder(list[dict[str, msgspec.Raw]]).decode
_REFUSED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class ColumnType(Enum):
    """What a column holds, nulls aside. NUMBER is also Int64 and Decimal sent as strings."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TIME = "time"
    NESTED = "nested"
    MIXED = "mixed"


_TOLD = {
    "Edm.Boolean": ColumnType.BOOLEAN,
    "Edm.Date": ColumnType.TIME,
    "Edm.DateTime": ColumnType.TIME,
    "Edm.DateTimeOffset": ColumnType.TIME,
    "Edm.TimeOfDay": ColumnType.TIME,
    "Edm.String": ColumnType.TEXT,
    "Edm.Guid": ColumnType.TEXT,
} | {
    f"Edm.{name}": ColumnType.NUMBER
    for name in ("Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single")
}


def told_type(declared: str) -> ColumnType | None:
    """What a column of a declared type (`Edm.Int64`) holds; None where the type says nothing."""
    return _TOLD.get(declared)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the key as decoded, what it holds, and its declared type (`Edm.Int64`)."""

    name: str
    type: ColumnType = ColumnType.EMPTY
    declared: str = ""


class ColumnFinder:
    """Collects columns from rows, in the order in which keys are first seen."""

    def __init__(self, declared: Mapping[str, str] | None = None) -> None:
        self._declared = dict(declared or {})
        self._types: dict[str, ColumnType] = {}
        self._shapes: set[tuple[str, ...]] = set()

    def columns(self) -> tuple[Column, ...]:
        """The columns found so far."""
        return tuple(
            Column(
                name, _TOLD.get(self._declared.get(name, ""), seen), self._declared.get(name, "")
            )
            for name, seen in self._types.items()
        )

    def look(self, text: bytes, sample: int) -> bool:
        """Look at a batch of rows: at the keys of all, at the values of the first `sample`.

        Args:
            text: rows with the commas between them.
            sample: rows whose values are looked at.

        Returns:
            Whether a column was added or has another type now.
        """
        try:
            rows = _rows(b"[" + text + b"]")
        except _REFUSED:
            return self._look_slowly(text)
        changed = False
        for row in rows:
            shape = tuple(row)
            if shape not in self._shapes:
                changed |= self._meet(shape, row)
        for row in rows[:sample]:
            changed |= self._see({name: bytes(raw) for name, raw in row.items()})
        return changed

    def _look_slowly(self, text: bytes) -> bool:
        changed = False
        for start, end in elements(b"[" + text + b"]"):
            changed |= self.look_at_row(text[start - 1 : end - 1])
        return changed

    def look_at_row(self, raw: bytes) -> bool:
        """Look at one row that may be anything. Returns whether a column changed."""
        values = row_values(raw)
        return self._see({VALUE: raw} if values is None else values)

    def _meet(self, shape: tuple[str, ...], row: Mapping[str, msgspec.Raw]) -> bool:
        """Look at a row with keys that were not seen together before."""
        if len(self._shapes) >= MOST_SHAPES:
            return self._add(shape)
        self._shapes.add(shape)
        return self._see({name: bytes(raw) for name, raw in row.items()})

    def _add(self, shape: Iterable[str]) -> bool:
        before = len(self._types)
        for name in shape:
            if name not in self._types and len(self._types) < MOST_COLUMNS:
                self._types[name] = ColumnType.EMPTY
        return len(self._types) > before

    def _see(self, values: Mapping[str, bytes]) -> bool:
        changed = self._add(values)
        for name, raw in values.items():
            before = self._types.get(name)
            after = merged(before, type_of(cell_of(raw))) if before else None
            if after and after is not before:
                self._types[name] = after
                changed = True
        return changed


_BY_KIND = {
    CellKind.NUMBER: ColumnType.NUMBER,
    CellKind.BOOLEAN: ColumnType.BOOLEAN,
    CellKind.OBJECT: ColumnType.NESTED,
    CellKind.ARRAY: ColumnType.NESTED,
    CellKind.UNREADABLE: ColumnType.MIXED,
}


def type_of(cell: Cell) -> ColumnType:
    """The type that one cell speaks for."""
    if cell.kind is CellKind.STRING:
        return ColumnType.TIME if _TIME.match(cell.text) else ColumnType.TEXT
    return _BY_KIND.get(cell.kind, ColumnType.EMPTY)


def merged(one: ColumnType, other: ColumnType) -> ColumnType:
    """The type of a column that holds both."""
    if one is other or other is ColumnType.EMPTY:
        return one
    if one is ColumnType.EMPTY:
        return other
    texts = {ColumnType.TEXT, ColumnType.TIME}
    return ColumnType.TEXT if {one, other} == texts else ColumnType.MIXED
