"""50 MB, 200,000 rows of 12 columns: from the last byte to the screen, sorted, filtered."""

from __future__ import annotations

from functools import partial
from statistics import median

from tests.bench.bodies import ROWS
from tests.bench.body_stage import Stage, mapped, snapshot_of
from tests.bench.memory import resident_bytes
from tests.bench.table import Row

RUNS = 5
PLAIN = "as objects in a plain Qt model: 30.7 s, in a text edit: 7.5 s"


def bench() -> list[Row]:
    """The rows of performance.md for 50 MB."""
    stage = Stage()
    body = snapshot_of(mapped(ROWS))
    megabytes = len(body.body) / 1e6
    before = resident_bytes()
    tables = [stage.open_table(body) for _ in range(RUNS)]
    grown = max(0.0, (resident_bytes() - before) / 1e6 - megabytes)  # the map itself counts too
    scrolls = [stage.scrolled() for _ in range(RUNS)]
    sorts = []
    for run in range(RUNS):
        sorts.append(stage.arranged(partial(stage.table.sort, run % 2 * 7, run % 2 == 1)))
        stage.arranged(stage.table.unsort)
    filters = []
    for run in range(RUNS):
        filters.append(stage.filtered(f"zürich{run or ''}"))
        stage.filtered("")
    texts = [stage.open_pretty(body) for _ in range(RUNS)]
    stage.close()
    what = f"{megabytes:.0f} MB, {ROWS:,} rows: "
    stalls = {
        "while opening a table": [one.stall for one in tables],
        "while opening text": [one.stall for one in texts],
        "while scrolling": scrolls,
        "while sorting": [stall for _, stall in sorts],
        "while filtering": [stall for _, stall in filters],
    }
    return [
        Row(what + "table painted", median(o.painted for o in tables) * 1e3, 150, "ms", PLAIN),
        Row(what + "pretty painted", median(o.painted for o in texts) * 1e3, 400, "ms"),
        Row(what + "memory over the body", grown, 0.5 * megabytes, "MB"),
        Row(what + "sort", median(took for took, _ in sorts) * 1e3, 300, "ms"),
        Row(what + "filter", median(took for took, _ in filters) * 1e3, 300, "ms"),
        *(Row(f"stall {name}", median(all_) * 1e3, 50, "ms") for name, all_ in stalls.items()),
    ]
