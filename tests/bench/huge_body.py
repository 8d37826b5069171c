"""500 MB on the screen, a million rows sorted and filtered, and how cost grows with rows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from k2bench.content.data import Steps
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.row_array import RowArray
from k2bench.content.table_filter import filter_rows
from k2bench.content.table_reading import TableReading
from k2bench.content.table_sort import sort_order
from tests.bench.bodies import ROWS
from tests.bench.body_stage import Stage, mapped, snapshot_of
from tests.bench.memory import resident_bytes
from tests.bench.table import Row

RUNS = 3
HUGE = 10 * ROWS
MILLION = 1_000_000


def bench() -> list[Row]:
    """The rows of performance.md for 500 MB and for a million rows, and the cost of growth."""
    return [*_opened(), *_arranged(), *_growth()]


def _opened() -> list[Row]:
    stage = Stage()
    body = snapshot_of(mapped(HUGE))
    megabytes = len(body.body) / 1e6
    before = resident_bytes()
    tables = [stage.open_table(body) for _ in range(RUNS)]
    grown = max(0.0, (resident_bytes() - before) / 1e6 - megabytes)
    texts = [stage.open_pretty(body) for _ in range(RUNS)]
    stage.close()
    what = f"{megabytes:.0f} MB, {HUGE:,} rows: "
    stall = max(median(o.stall for o in tables), median(o.stall for o in texts))
    return [
        Row(what + "table painted", median(o.painted for o in tables) * 1e3, 1500, "ms"),
        Row(what + "pretty painted", median(o.painted for o in texts) * 1e3, 1500, "ms"),
        Row(what + "memory over the body", grown, 0.5 * megabytes, "MB"),
        Row(what + "stall", stall * 1e3, 100, "ms"),
    ]


def _arranged() -> list[Row]:
    rows, names = _table(MILLION)
    gc.disable()  # in the application garbage is not collected on the lane
    sorted_in = [_seconds(lambda: sort_order(rows, "ID"))[0] for _ in range(RUNS)]
    filtered_in = [_seconds(lambda: filter_rows(rows, names, "zürich"))[0] for _ in range(RUNS)]
    step = max(
        _seconds(lambda: sort_order(rows, "LastName"))[1],
        _seconds(lambda: filter_rows(rows, names, "zürich"))[1],
    )
    gc.enable()
    what = f"{MILLION:,} rows: "
    return [
        Row(what + "sort", median(sorted_in) * 1e3, 2000, "ms"),
        Row(what + "filter", median(filtered_in) * 1e3, 2000, "ms"),
        Row(what + "longest step", step * 1e3, 20, "ms", "5 ms on a quiet machine"),
    ]


def _growth() -> list[Row]:
    """Ten times the rows, against ten times the time."""
    few, many = _table(ROWS), _table(HUGE)
    made: list[tuple[str, float, Callable[[Any, Any], Steps[Any]]]] = [
        ("sort", 16, lambda rows, _: sort_order(rows, "ID")),
        ("filter", 11, lambda rows, names: filter_rows(rows, names, "zürich")),
    ]
    rows = []
    for name, budget, work in made:
        short = min(_seconds(lambda: work(*few))[0] for _ in range(RUNS))  # noqa: B023
        long = min(_seconds(lambda: work(*many))[0] for _ in range(RUNS))  # noqa: B023
        rows.append(Row(f"10 x the rows: {name}", long / short, budget, "x"))
    texts = [_seconds(PrettyJson(mapped(n)).read)[0] for n in (ROWS, HUGE)]
    rows.append(Row("10 x the rows: pretty", texts[1] / texts[0], 11, "x"))
    read = [_seconds(lambda: TableReading(mapped(n)).read())[0] for n in (ROWS, HUGE)]  # noqa: B023
    rows.append(Row("10 x the rows: read", read[1] / read[0], 11, "x"))
    return rows


def _table(count: int) -> tuple[RowArray, list[str]]:
    reading: TableReading = _seconds(lambda: TableReading(mapped(count)).read())[2]
    assert reading.table is not None
    assert reading.rows.main is not None
    return reading.rows.main, [column.name for column in reading.table.columns]


def _seconds(make: Callable[[], Steps[Any]]) -> tuple[float, float, Any]:
    """How long stepwise work takes, the CPU of its longest step, and its result."""
    work, longest = make(), 0.0
    started, last = time.perf_counter(), time.thread_time()
    while True:
        try:
            next(work)
        except StopIteration as end:
            return time.perf_counter() - started, longest, end.value
        now = time.thread_time()
        longest, last = max(longest, now - last), now
