"""A table over rows that stay text until a cell of them is asked for."""

from collections.abc import Mapping

from k2bench.content.cell import MISSING, Cell, cell_of, plain_text
from k2bench.content.cell import row_values as _row_values
from k2bench.content.columns import VALUE, Column, ColumnFinder
from k2bench.content.data import Progress, Steps
from k2bench.content.rows import Rows

KEPT = 400  # decoded rows; a screen shows about 50
FIRST_LOOK = 1 << 15  # bytes of the first batch looked at for columns: a screenful, at once
SAMPLE_FIRST = 100  # rows whose values are looked at for types: at first, and in each batch
SAMPLE = 2


class Table:
    """Rows and columns. `learn()` runs on a work lane, everything else is for one reader.

    Attributes:
        rows: the rows; may still grow.
        columns: those found so far; replaced, never changed, and only ever longer.
    """

    def __init__(self, rows: Rows, declared: Mapping[str, str] | None = None) -> None:
        self.rows = rows
        self.columns: tuple[Column, ...] = ()
        self._finder = ColumnFinder(declared)
        self._learned = 0
        self._decoded: dict[int, dict[str, bytes]] = {}
        self._cells: dict[int, dict[str, Cell]] = {}

    def learn(self) -> Steps["Table"]:
        """Look at the rows found since the last time, for new columns and their types."""
        ranges = self.rows.batches(1 << 17, self._learned)
        if ranges and not self._learned:
            ranges = self.rows.batches(FIRST_LOOK)[:1]
            ranges += self.rows.batches(1 << 17, ranges[0][1])
        for first, stop in ranges:
            sample = SAMPLE if first else SAMPLE_FIRST
            if self._finder.look(self.rows.batch(first, stop), sample):
                self.columns = self._finder.columns()
            self._learned = stop
            yield Progress(stop, self.rows.count)
        return self

    def value(self, row: int, name: str) -> bytes | None:
        """The JSON text of a value, whole; None when the row has no such key."""
        return self.values(row).get(name)

    def text(self, row: int, name: str) -> str:
        """A value as plain text, whole: empty for null, JSON for what is nested."""
        return plain_text(self.value(row, name))

    def cell(self, row: int, column: int) -> Cell:
        """What the row holds in that column of `columns`."""
        name = self.columns[column].name
        cells = self._cells.get(row)
        if cells is None:
            if len(self._cells) >= KEPT:
                self._cells.clear()
            cells = self._cells[row] = {}
        cell = cells.get(name)
        if cell is None:
            raw = self.values(row).get(name)
            cell = cells[name] = MISSING if raw is None else cell_of(raw)
        return cell

    def values(self, row: int) -> dict[str, bytes]:
        """The JSON text of each member of a row."""
        values = self._decoded.get(row)
        if values is None:
            raw = self.rows.row(row)
            values = _row_values(raw)
            if values is None:
                values = {VALUE: raw}
            if len(self._decoded) >= KEPT:
                self._decoded.clear()
            self._decoded[row] = values
        return values
