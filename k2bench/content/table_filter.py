"""Which rows of a table hold a text in any value, and fit what is asked of single columns."""

from array import array
from collections.abc import Sequence

from k2bench.content.column_filter import ColumnFilter
from k2bench.content.column_values import column_texts
from k2bench.content.data import Order, Pauses, Progress, Steps
from k2bench.content.rows import Rows
from k2bench.content.text_match import TextMatch

BATCH = 1 << 17  # bytes looked through in one step
CHUNK = 4096


def filter_rows(
    rows: Rows, names: Sequence[str], text: str = "", by_column: Sequence[ColumnFilter] = ()
) -> Steps[Order]:
    """The rows that fit all that is asked for, ascending.

    Args:
        rows: what to look through.
        names: the columns.
        text: must be in some value of the row, at any depth; empty finds all.
        by_column: what is asked of the values of one column each.
    """
    found: Sequence[int] = range(rows.count)
    if text:
        found = yield from _anywhere(rows, TextMatch(text, names))
    for wanted in by_column:
        if wanted.is_on:
            hits = yield from _in_column(rows, wanted)
            found = yield from _kept(found, hits)
    return (yield from _kept(found, None))


def _kept(found: Sequence[int], hits: bytearray | None) -> Steps[Order]:
    """Those of `found` that are hits, or all, as an array."""
    if hits is None and isinstance(found, array):
        return found
    kept = array("I")
    for start in range(0, len(found), CHUNK):
        part = found[start : start + CHUNK]
        kept.extend(part if hits is None else [row for row in part if hits[row]])
        yield Progress(start, len(found))
    return kept


def _anywhere(rows: Rows, match: TextMatch) -> Steps[Order]:
    found, total = array("I"), rows.count
    for first, stop in rows.batches(BATCH):
        hits = match.rows_of(rows.batch(first, stop), rows.offsets(first, stop))
        found.extend(first + hit for hit in hits)
        yield Progress(stop, total)
    return found


def _in_column(rows: Rows, wanted: ColumnFilter) -> Steps[bytearray]:
    """One byte a row: whether its value in that column fits."""
    total = rows.count
    texts = yield from _told(column_texts(rows, wanted.column), total)
    hits = bytearray()
    for start in range(0, len(texts), CHUNK):
        hits += bytes(map(wanted.fits, texts[start : start + CHUNK]))
        yield Progress(start, total)
    return hits


def _told(work: Pauses[list[bytes | None]], total: int) -> Steps[list[bytes | None]]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: list[bytes | None] = end.value
            return result
        yield Progress(0, total)
