"""The benchmark counts every step and tells the collector's pauses."""

from __future__ import annotations

import gc
import time

from tests.bench.metadata_read import Collections, Timing, rows_of, run


def work():
    yield
    end = time.thread_time() + 0.02
    while time.thread_time() < end:
        pass
    yield
    return "done"


def test_the_longest_step_and_the_whole_are_measured():
    timing, result = run(work())
    assert result == "done"
    assert timing.longest >= 20
    assert timing.total >= 20


def test_pauses_of_the_collector_are_seen_only_inside():
    with Collections() as collections:
        gc.collect()
    seen = collections.longest
    assert seen > 0
    gc.collect()
    assert collections.longest == seen


def test_the_calmest_run_counts():
    whole, step = rows_of("it", 400, [Timing(300, 4, 1), Timing(250, 9, 7)])
    assert whole.measured == 250
    assert step.measured == 4
    assert "9.0 ms" in step.baseline
