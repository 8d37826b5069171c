"""What one column holds, in figures: how many values, which are the most frequent, their range.

Numbers are exact: sums are made of decimals and whole numbers of any size.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import compress, islice

from k2bench.content.cell import plain_text
from k2bench.content.column_range import ColumnRange, Range
from k2bench.content.column_values import text_batches
from k2bench.content.columns import ColumnType
from k2bench.content.data import Progress, Steps
from k2bench.content.json_text import string_text
from k2bench.content.rows import Rows

MOST_DISTINCT = 1_000_000
TOP = 10
LONG = 200  # bytes of a value that is told apart by a digest of it
CHUNK = 8192
_DIGEST = b"\x00"  # stands in no JSON text


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """The figures of a column.

    Attributes:
        rows: rows looked at.
        nulls, missing, empty: of these: null, without the key, with an empty text.
        distinct: different values, null not counted; at most MOST_DISTINCT.
        overflowed: there are more different values than that; `top` is of the first ones only.
        range: of numbers, dates or texts; None when there are none, or only true and false.
        top: the most frequent values and how many rows have them, as plain text.
    """

    rows: int = 0
    nulls: int = 0
    missing: int = 0
    empty: int = 0
    distinct: int = 0
    overflowed: bool = False
    range: Range | None = None
    top: tuple[tuple[str, int], ...] = ()


def summarize(
    rows: Rows,
    name: str,
    only: Sequence[int] | None = None,
    told: ColumnType | None = None,
) -> Steps[ColumnSummary]:
    """Sum up the column `name`.

    Args:
        rows: the rows of the table.
        name: the column.
        only: the rows to look at, in any order; all when None.
        told: what the column is declared to hold: texts that are numbers stay texts if it is text.
    """
    total = rows.count
    mask = None if only is None else (yield from _mask(total, only))
    counts: Counter[bytes] = Counter()
    missing, seen, overflowed, first = 0, 0, False, 0
    found = ColumnRange(told)
    for batch in text_batches(rows, name):
        stop = first + len(batch)
        kept = batch if mask is None else list(compress(batch, mask[first:stop]))
        first = stop
        seen += len(kept)
        part = Counter(kept)
        missing += part.pop(None, 0)
        values: dict[bytes, int] = {}
        for raw, count in part.items():
            if raw is not None:
                found.add(raw, count)
                key = _key(raw)
                values[key] = values.get(key, 0) + count
        if len(counts) + len(values) > MOST_DISTINCT:
            values, cut = _fitting(counts, values)
            overflowed = overflowed or cut
        counts.update(values)
        yield Progress(stop, total)
    nulls, empty = counts.pop(b"null", 0), counts.get(b'""', 0)
    distinct = len(counts)
    top = yield from _most_frequent(counts, total)
    return ColumnSummary(seen, nulls, missing, empty, distinct, overflowed, found.result(), top)


def _mask(total: int, only: Sequence[int]) -> Steps[bytearray]:
    mask = bytearray(total)
    for start in range(0, len(only), CHUNK):
        for row in only[start : start + CHUNK]:
            mask[row] = 1
        yield Progress(0, total)
    return mask


def _key(raw: bytes) -> bytes:
    """The same for the same text, however it is escaped; short."""
    if b"\\" in raw and raw[:1] == b'"':
        text = string_text(raw).replace("\\", "\\\\").replace('"', '\\"')
        raw = b'"' + text.encode("utf-8", "replace") + b'"'
    if len(raw) > LONG:
        return raw[: LONG // 2] + _DIGEST + hashlib.blake2b(raw, digest_size=16).digest()
    return raw


def _fitting(counts: Counter[bytes], values: dict[bytes, int]) -> tuple[dict[bytes, int], bool]:
    """Those of `values` for which there is room, and whether some were left out."""
    room = MOST_DISTINCT - len(counts)
    kept = {}
    for key, count in values.items():
        if key in counts:
            kept[key] = count
        elif room > 0:
            kept[key] = count
            room -= 1
    return kept, len(kept) < len(values)


def _most_frequent(counts: Counter[bytes], total: int) -> Steps[tuple[tuple[str, int], ...]]:
    """The most frequent values. It empties `counts`: a million objects take long to let go of."""
    top: list[tuple[bytes, int]] = []
    items: Iterator[tuple[bytes, int]] = iter(counts.items())
    while part := list(islice(items, CHUNK)):
        top = nlargest(TOP, top + part, key=lambda item: item[1])
        yield Progress(total, total)
    while counts:
        for _ in range(min(CHUNK, len(counts))):
            counts.popitem()
        yield Progress(total, total)
    return tuple((_shown(key), count) for key, count in top)


def _shown(key: bytes) -> str:
    head, cut, _ = key.partition(_DIGEST)
    if not cut:
        return plain_text(key)
    text = head.decode("utf-8", "ignore")
    return text[text[:1] == '"' :] + "…"
