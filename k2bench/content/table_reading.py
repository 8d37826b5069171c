"""Reads a JSON body into a table, the first rows first, the rest and its columns in steps."""

from collections.abc import Mapping

from k2bench.content.data import Data, Steps
from k2bench.content.json_rows import JsonRows
from k2bench.content.row_array import RowArray
from k2bench.content.table import Table


class TableReading:
    """A table that comes into being while `read()` runs.

    Args:
        data: the body, UTF-8.
        member: the path of the array wanted; empty: whichever is most likely meant.
        types: the declared types of its columns where known (`Edm.Int64`).
        chosen: the path of another array that is to be shown instead, if there is one.

    Attributes:
        rows: every array that was found, and what stands around them.
        table: over the wanted array; None before its first rows, and when there is none.
    """

    def __init__(
        self,
        data: Data,
        member: str = "",
        types: Mapping[str, str] | None = None,
        chosen: str = "",
    ) -> None:
        self.rows = JsonRows(data)
        self.table: Table | None = None
        self._member = member
        self._types = types
        self._chosen = chosen
        self._array: RowArray | None = None

    @property
    def array(self) -> RowArray | None:
        """The array that the table is over."""
        return self._array

    def read(self) -> Steps["TableReading"]:
        """Find all rows, then all columns. It never raises."""
        for progress in self.rows.read():
            if self.table is None:
                self._begin(self._found())
            yield progress
        self._begin(self._wanted())
        if self.table is not None:
            yield from self.table.learn()
        return self

    def switch(self, array: RowArray) -> Steps["TableReading"]:
        """Make the table over another array of the body, which is read to its end."""
        self._begin(array)
        if self.table is not None:
            yield from self.table.learn()
        return self

    def _found(self) -> RowArray | None:
        """The array to begin with, before all are known."""
        name = self._chosen or self._member
        named = [array for array in self.rows.arrays if array.name == name]
        if name and not named:
            return None
        return next((array for array in named or self.rows.arrays if array.count), None)

    def _wanted(self) -> RowArray | None:
        for name in filter(None, (self._chosen, self._member)):
            named = [array for array in self.rows.arrays if array.name == name]
            if named:
                return named[0]
        return self.rows.main

    def _begin(self, array: RowArray | None) -> None:
        """Make the table, with the columns of its first rows."""
        if array is None or array is self._array:
            return
        self._array = array
        told = self._types if not self._member or array.name == self._member else None
        table = Table(array, told)
        next(table.learn(), None)
        self.table = table
