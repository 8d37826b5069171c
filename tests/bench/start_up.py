"""Start to the first painted window, and memory when idle, against a bare QMainWindow."""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("start_up_child.py")
RUNS = 11
MEMORY_RUNS = 3
LIMIT = 60  # seconds that one start may take before it counts as hung


def start(what: str, until: str) -> dict[str, float]:
    """Starts one window in a new process and returns what it measured.

    Args:
        what: "bare" or "workbench".
        until: "paint", or "idle" for its settled memory as well.

    Raises:
        RuntimeError: the process failed; its own message is in the error.
    """
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="k2bench-start-") as folder:
        # -P: this folder is not to be searched for modules, as no installed program would.
        command = [sys.executable, "-P", str(CHILD), what, folder, until]
        variables["K2BENCH_SPAWNED"] = repr(time.time())
        done = subprocess.run(
            command, env=variables, capture_output=True, text=True, timeout=LIMIT, check=False
        )
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{what} ended with code {done.returncode}: {done.stderr[-2000:]}")
    answer: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def interleaved(until: str, key: str, runs: int) -> tuple[float, float]:
    """Medians of both windows, started in turn so that both meet the same machine."""
    pairs = [(start("bare", until)[key], start("workbench", until)[key]) for _ in range(runs)]
    bare, workbench = zip(*pairs, strict=True)
    return statistics.median(bare), statistics.median(workbench)


def bench() -> list[Row]:
    """The rows of performance.md for start-up time and idle memory."""
    compileall.compile_dir(ROOT / "k2bench", quiet=2)
    interleaved("paint", "painted", 1)  # the first start reads everything from the disk
    bare, workbench = interleaved("paint", "painted", RUNS)
    bare_memory, memory = (size / 1e6 for size in interleaved("idle", "resident", MEMORY_RUNS))
    times = f"bare window {bare * 1000:.0f} ms, workbench {workbench * 1000:.0f} ms"
    sizes = f"bare window {bare_memory:.0f} MB, workbench {memory:.0f} MB"
    return [
        Row("start to first painted window", workbench / bare, 1.4, "x", times),
        Row("resident memory, idle", memory / bare_memory, 2.0, "x", sizes),
    ]
