"""Which rows of a table are shown, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from k2bench.content.column_filter import ColumnFilter
from k2bench.content.columns import Column, told_type
from k2bench.content.data import Order, Steps
from k2bench.content.rows import Rows
from k2bench.content.table_filter import filter_rows
from k2bench.content.table_sort import sort_order


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was asked for.

    Attributes:
        text: rows that hold it in some value; empty for all.
        by_column: what is asked of the values of one column each.
        sort_by: the name of a column (which may be empty); None: as sent.
        descending: the largest first.
    """

    text: str = ""
    by_column: tuple[ColumnFilter, ...] = ()
    sort_by: str | None = None
    descending: bool = False

    @property
    def filters(self) -> bool:
        """Whether rows are left out."""
        return bool(self.text) or any(each.is_on for each in self.by_column)

    def with_filter(self, new: ColumnFilter) -> "Arrangement":
        """The same with one filter more.

        A column has one text and one value that it must be; what it must not be adds up.
        """
        if new in self.by_column:
            return self
        kept = [each for each in self.by_column if new.excluded or not _takes_place(new, each)]
        return replace(self, by_column=(*kept, *([new] if new.is_on else [])))

    def without_filter(self, old: ColumnFilter) -> "Arrangement":
        """The same without that filter."""
        return replace(self, by_column=tuple(each for each in self.by_column if each != old))

    def without_column_filters(self, column: str | None = None) -> "Arrangement":
        """The same without those of a column, or of all."""
        others = [each for each in self.by_column if column not in (None, each.column)]
        return replace(self, by_column=tuple(others))

    def for_columns(self, names: Sequence[str]) -> "Arrangement":
        """What of it can be had in a table with these columns."""
        there = set(names)
        kept = tuple(each for each in self.by_column if each.column in there)
        if self.sort_by is None or self.sort_by in there:
            return replace(self, by_column=kept)
        return replace(self, by_column=kept, sort_by=None, descending=False)


def _takes_place(new: ColumnFilter, old: ColumnFilter) -> bool:
    same = new.column == old.column and not old.excluded
    return same and (new.value is None) is (old.value is None)


def arrange(rows: Rows, columns: Sequence[Column], wanted: Arrangement) -> Steps[Order | None]:
    """The row numbers to show, in order; None: all, as sent."""
    found: Order | None = None
    if wanted.filters:
        names = [column.name for column in columns]
        found = yield from filter_rows(rows, names, wanted.text, wanted.by_column)
    if wanted.sort_by is not None:
        declared = next((c.declared for c in columns if c.name == wanted.sort_by), "")
        told = told_type(declared)
        found = yield from sort_order(rows, wanted.sort_by, wanted.descending, found, told)
    return found
