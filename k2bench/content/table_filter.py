"""Which rows of a table hold a text, in any value or in the values of one column."""

from array import array
from collections.abc import Mapping, Sequence

from k2bench.content.cell import cell_of
from k2bench.content.column_values import column_texts
from k2bench.content.data import Order, Pauses, Progress, Steps
from k2bench.content.rows import Rows
from k2bench.content.text_match import TextMatch

BATCH = 1 << 17  # bytes looked through in one step
CHUNK = 4096


def filter_rows(
    rows: Rows, names: Sequence[str], text: str = "", by_column: Mapping[str, str] | None = None
) -> Steps[Order]:
    """The rows that hold every text asked for, ascending.

    Args:
        rows: what to look through.
        names: the columns.
        text: must be in some value of the row, at any depth; empty finds all.
        by_column: texts that must be in the value of that column.
    """
    found: Sequence[int] = range(rows.count)
    if text:
        found = yield from _anywhere(rows, TextMatch(text, names))
    for name, wanted in (by_column or {}).items():
        if wanted:
            hits = yield from _in_column(rows, name, wanted)
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


def _in_column(rows: Rows, name: str, wanted: str) -> Steps[bytearray]:
    """One byte a row: whether its cell in that column shows the text."""
    total = rows.count
    texts = yield from _told(column_texts(rows, name), total)
    folded = wanted.casefold()
    hits = bytearray()
    for start in range(0, len(texts), CHUNK):
        hits += bytes(_cell_has(text, folded) for text in texts[start : start + CHUNK])
        yield Progress(start, total)
    return hits


def _cell_has(raw: bytes | None, folded: str) -> bool:
    if raw is None:
        return False
    if b"\\" not in raw and raw[:1] not in b"{[":
        return folded in raw.strip(b'"').decode("utf-8", "replace").casefold()
    if raw[:1] in b"{[":
        return TextMatch(folded, ()).in_values(raw)
    return folded in cell_of(raw).text.casefold()


def _told(work: Pauses[list[bytes | None]], total: int) -> Steps[list[bytes | None]]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: list[bytes | None] = end.value
            return result
        yield Progress(0, total)
