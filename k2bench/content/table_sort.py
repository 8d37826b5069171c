"""Sorting a table by one column: numbers as numbers, dates as points in time, texts without regard
to case and accents."""

import unicodedata
from array import array
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from k2bench.content.column_values import NOTHING, column_values, number_of
from k2bench.content.columns import ColumnType
from k2bench.content.data import Order, Pauses, Progress, Steps
from k2bench.content.moments import moment_of
from k2bench.content.ordering import sorted_indices
from k2bench.content.rows import Rows

CHUNK = 8192
_NUMBERS = {int, float}
# False and true, numbers, dates, texts, nested values; rows without a value come last both ways.
_ORDER = ("flags", "numbers", "moments", "texts", "nested")
_ENDLESS = {"INF": float("inf"), "-INF": float("-inf")}  # OData JSON Format 4.01, 7.1


def sort_order(
    rows: Rows,
    name: str,
    descending: bool = False,
    only: Sequence[int] | None = None,
    told: ColumnType | None = None,
) -> Steps[Order]:
    """The rows in the order of one column; equal values keep the order they were sent in.

    Args:
        rows: what to sort.
        name: the column.
        descending: the largest first. Null and missing values come last either way.
        only: the rows to keep, ascending; all when None.
        told: what the column is declared to hold. Then texts that are none of it (a number, a
            date) stay texts behind the others; where nothing is told, all of them must be.
    """
    total = rows.count
    work = _sorted(rows, name, descending, only, told)
    done = 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Order = end.value
            return result
        done += CHUNK
        yield Progress(min(done, total), total)


def _sorted(
    rows: Rows,
    name: str,
    descending: bool,
    only: Sequence[int] | None,
    told: ColumnType | None,
) -> Pauses[Order]:
    values = yield from column_values(rows, name)
    indices: Sequence[int] = range(len(values)) if only is None else only
    if descending:  # sorted backwards and turned round, so that equal values keep their order
        indices = indices[::-1]
    groups = yield from _grouped(indices, values)
    groups = yield from _by_meaning(groups, values, told)
    order = array("I")
    for group in filter(groups.get, _ORDER):
        keys = yield from _keys(group, groups[group], values)
        order.extend((yield from sorted_indices(groups[group], keys)))
    empty = array("I", groups["empty"])
    if descending:
        order.reverse()
        empty.reverse()
    for kept in (values, *groups.values()):
        while kept:  # a million objects take 30 ms to let go of at once
            del kept[-4 * CHUNK :]
            yield
    return order + empty


def _keys(group: str, indices: list[int], values: list[Any]) -> Pauses[list[Any]]:
    if group == "texts":
        return (yield from _text_keys(indices, values))
    if group == "nested":
        return [len(v) if isinstance(v, list | dict) else 0 for v in values]
    return values


def _grouped(indices: Sequence[int], values: list[Any]) -> Pauses[dict[str, list[int]]]:
    """The indices by what they hold."""
    groups: dict[str, list[int]] = {name: [] for name in (*_ORDER, "empty")}
    for start in range(0, len(indices), CHUNK):
        part = indices[start : start + CHUNK]
        kinds = set(map(type, map(values.__getitem__, part)))
        if kinds <= _NUMBERS and not _has_nan(part, values):
            groups["numbers"] += part
        elif kinds == {str}:
            groups["texts"] += part
        else:
            for index in part:
                groups[_group_of(values[index])].append(index)
        yield
    return groups


def _has_nan(part: Sequence[int], values: list[Any]) -> bool:
    return any(value != value for value in map(values.__getitem__, part))


def _group_of(value: Any) -> str:
    if value is None or value is NOTHING:
        return "empty"
    if isinstance(value, bool):
        return "flags"
    if isinstance(value, str):
        return "texts"
    if isinstance(value, list | dict):
        return "nested"
    return "numbers" if value == value else "empty"  # NaN has no place in an order


def _by_meaning(
    groups: dict[str, list[int]], values: list[Any], told: ColumnType | None
) -> Pauses[dict[str, list[int]]]:
    """Take numbers (Int64 and Decimal travel as texts) and dates out of the texts."""
    if told in (None, ColumnType.NUMBER):
        groups = yield from _taken(groups, values, "numbers", _number_of, told is None)
    if told is ColumnType.TIME or (told is None and (yield from _are_mixed_dates(groups, values))):
        groups = yield from _taken(groups, values, "moments", moment_of, told is None)
    return groups


def _are_mixed_dates(groups: dict[str, list[int]], values: list[Any]) -> Pauses[bool]:
    """Whether the texts may be dates for which the order of their letters will not do."""
    texts = groups["texts"]
    first = values[texts[0]] if texts else ""
    if not (first.startswith("/Date(") or (first[4:5] == first[7:8] == "-")):
        return False
    lengths: set[int] = set()
    for start in range(0, len(texts), CHUNK):
        part = [values[index] for index in texts[start : start + CHUNK]]
        lengths.update(map(len, part))
        # up to the seconds there is no time zone
        if len(lengths) > 1 or not (max(lengths) <= 19 or all(text[-1] == "Z" for text in part)):
            return True
        yield
    return False


def _number_of(text: str) -> Any:
    return _ENDLESS[text] if text in _ENDLESS else number_of(text)


def _taken(
    groups: dict[str, list[int]],
    values: list[Any],
    kind: str,
    read: Callable[[str], Any],
    whole: bool,
) -> Pauses[dict[str, list[int]]]:
    """Move texts that can be read as something into its group; `whole`: all of them or none."""
    texts = groups["texts"]
    taken: dict[int, Any] = {}
    for start in range(0, len(texts), CHUNK // 2):
        for index in texts[start : start + CHUNK // 2]:
            try:
                taken[index] = read(values[index])
            except ValueError:
                if whole:
                    return groups
        yield
    if not taken:
        return groups
    for index, value in taken.items():
        values[index] = value
    rest = [index for index in texts if index not in taken]
    merged = sorted([*groups[kind], *taken], reverse=len(texts) > 1 and texts[0] > texts[-1])
    return groups | {kind: merged, "texts": rest}


def _text_keys(indices: list[int], values: list[Any]) -> Pauses[list[Any]]:
    keys: list[Any] = list(repeat("", len(values) if indices else 0))
    for start in range(0, len(indices), CHUNK):
        for index in indices[start : start + CHUNK]:
            text = values[index]
            keys[index] = text.lower() if text.isascii() else _folded(text)
        yield
    return keys


def _folded(text: str) -> str:
    """`text` without accents and case, so that `Öz` stands by `Oz`."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
