"""Metadata of 3.4 and 10 MB into types, its index and a comparison: time, and longest step."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from k2bench.apis.odata.metadata.comparing import compare_in_steps
from k2bench.apis.odata.metadata.document import Metadata
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.reading import read_metadata
from tests.bench import schemas
from tests.bench.table import Row

RUNS = 5
BUDGET = 400  # ms for 3.4 MB; in proportion for more
STEP = 5  # ms


@dataclass
class Timing:
    """One run of a generator, in milliseconds.

    Attributes:
        total: on the clock.
        longest: processor time of the longest step: what the step itself is to blame for.
        collected: processor time of the garbage collector's longest pause.
    """

    total: float
    longest: float
    collected: float


class Collections:
    """Watches the garbage collector: its longest pause while the context is open."""

    def __enter__(self) -> Collections:
        self.longest = 0.0
        self._started = 0.0
        gc.callbacks.append(self._heard)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        gc.callbacks.remove(self._heard)

    def _heard(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self._started = time.thread_time()
        else:
            self.longest = max(self.longest, time.thread_time() - self._started)


def run(work: Generator[Any, None, Any]) -> tuple[Timing, Any]:
    """Runs all steps; returns how long they took, and the result."""
    total = longest = 0.0
    with Collections() as collections:
        while True:
            began, started = time.thread_time(), time.perf_counter()
            try:
                next(work)
            except StopIteration as end:
                result = end.value
            else:
                result = None
            total += time.perf_counter() - started
            longest = max(longest, time.thread_time() - began)
            if result is not None:
                break
    return Timing(total * 1000, longest * 1000, collections.longest * 1000), result


def rows_of(what: str, budget: float, timings: list[Timing]) -> list[Row]:
    """Two rows: the best time, and the longest step of the calmest run.

    Other programs make any run slower and never faster. The collector's pauses depend on all that
    the process holds, so they are told beside it.
    """
    best = min(timing.total for timing in timings)
    calm = min(timings, key=lambda timing: timing.longest)
    worst = max(timing.longest for timing in timings)
    collected = max(timing.collected for timing in timings)
    told = f"longest of {len(timings)} runs {worst:.1f} ms, of garbage collection {collected:.1f}"
    return [
        Row(f"{what}: whole", best, budget, "ms"),
        Row(f"{what}: longest step", calm.longest, STEP, "ms", told),
    ]


QUESTIONS: tuple[Callable[[Index], Any], ...] = (
    lambda index: index.types,
    lambda index: index.operations,
    lambda index: index.sets,
    lambda index: index.derived("none"),
    lambda index: index.bound_to("none", collection=True),
    lambda index: index.annotations("none"),
)


def longest_part(metadata: Metadata) -> float:
    """The slowest thing that an index gathers when it is first asked, in milliseconds."""
    best = [float("inf")] * len(QUESTIONS)
    for _ in range(RUNS):
        index = Index(metadata)
        for at, ask in enumerate(QUESTIONS):
            started = time.thread_time()
            ask(index)
            best[at] = min(best[at], time.thread_time() - started)
    return max(best) * 1000


def bench() -> list[Row]:
    """Rows for two sizes, and for what an explorer does next."""
    run(read_metadata(schemas.document(1)))  # imports lxml
    rows: list[Row] = []
    for blocks in (schemas.BLOCKS, schemas.LARGE_BLOCKS):
        data = schemas.document(blocks)
        size = f"{len(data) / 1e6:.1f} MB"
        timings = []
        for _ in range(RUNS):
            timing, metadata = run(read_metadata(data))
            timings.append(timing)
        rows += rows_of(f"$metadata of {size}", BUDGET * len(data) / 3.4e6, timings)
        rows.append(Row(f"longest part of an index of {size}", longest_part(metadata), STEP, "ms"))
        _, other = run(read_metadata(data))
        comparisons = [run(compare_in_steps(metadata, other))[0] for _ in range(RUNS)]
        rows += rows_of(f"comparison of {size}", BUDGET * len(data) / 3.4e6, comparisons)
    return rows
