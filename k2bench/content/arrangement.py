"""Which rows of a table are shown, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from k2bench.content.data import Order, Steps
from k2bench.content.rows import Rows
from k2bench.content.table_filter import filter_rows
from k2bench.content.table_sort import sort_order


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was asked for.

    Attributes:
        text: rows that hold it in some value; empty for all.
        by_column: rows whose value under that name holds the text.
        sort_by: the name of a column (which may be empty); None: as sent.
        descending: the largest first.
    """

    text: str = ""
    by_column: Mapping[str, str] = field(default_factory=dict)
    sort_by: str | None = None
    descending: bool = False

    @property
    def filters(self) -> bool:
        """Whether rows are left out."""
        return bool(self.text) or any(self.by_column.values())


def arrange(rows: Rows, names: Sequence[str], wanted: Arrangement) -> Steps[Order | None]:
    """The row numbers to show, in order; None: all, as sent."""
    found: Order | None = None
    if wanted.filters:
        found = yield from filter_rows(rows, names, wanted.text, wanted.by_column)
    if wanted.sort_by is not None:
        found = yield from sort_order(rows, wanted.sort_by, wanted.descending, found)
    return found
