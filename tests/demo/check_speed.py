"""How fast the tenant is, against its budgets: `python -m tests.demo.check_speed`.

Exit code 1 when a budget is missed by more than half. Budgets are those of a quiet machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from tests.demo.running import RunningTenant, start_tenant

SLACK = 1.5
LARGE = 1_000_000

# In a process of its own, so that nothing else is measured.
GENERATE = f"""
import sqlite3, time
from k2bench.demo.odata.smartobjects.workflow_history import WORKFLOW_HISTORY
connection = sqlite3.connect(":memory:", isolation_level=None)
connection.execute(WORKFLOW_HISTORY.create_table())
start = time.perf_counter()
WORKFLOW_HISTORY.populate(connection, {LARGE})
print(time.perf_counter() - start)
"""


@dataclass(frozen=True)
class Measure:
    """One measured value and its budget, in the same unit."""

    name: str
    value: float
    budget: float
    unit: str

    def line(self) -> str:
        """A row of the table."""
        verdict = "ok" if self.value <= self.budget else "over"
        return f"{self.name:<46}{self.value:>9.1f} / {self.budget:<7g}{self.unit:<4}{verdict}"


def ready() -> Measure:
    """From the start of the process to its first line, with the default rows; the best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        tenant = start_tenant()
        times.append(time.perf_counter() - start)
        tenant.stop()
    return Measure("start to ready, default rows", min(times) * 1000, 1500, "ms")


def generation() -> Measure:
    """One statement for a million rows."""
    output = subprocess.run(
        [sys.executable, "-c", GENERATE], check=True, capture_output=True, text=True
    ).stdout
    return Measure("1,000,000 rows by one statement", float(output) * 1000, 4000, "ms")


def paging(tenant: RunningTenant) -> list[Measure]:
    """All pages of a million rows in key order: time of a page at any depth, and memory."""
    link = tenant.start["odata"] + "WorkflowInstanceHistory"
    headers = tenant.bearer()
    times, rows, memory = [], 0, []
    while link:
        start = time.perf_counter()
        answer = tenant.http.get(link, headers=headers)
        times.append(time.perf_counter() - start)
        body = answer.json()
        rows += len(body["value"])
        link = body.get("@odata.nextLink")
        memory.append(resident_megabytes(tenant.process.pid))
    assert rows == LARGE
    quarter = len(times) // 4
    early, late = statistics.median(times[1:quarter]), statistics.median(times[-quarter:])
    return [
        Measure("page of 1000 rows, first quarter, median", early * 1000, 15, "ms"),
        Measure("page of 1000 rows, last quarter, median", late * 1000, 15, "ms"),
        Measure("memory growth, page 10 to the last", memory[-1] - memory[10], 8, "MB"),
    ]


def resident_megabytes(pid: int) -> float:
    """Resident memory of a process; 0 where the system does not tell it this way."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status)
    except OSError:
        return 0.0
    return int(lines["VmRSS"].split()[0]) / 1024


def main() -> int:
    """Prints a table; returns the exit code."""
    measures = [ready(), generation()]
    tenant = start_tenant("--rows", str(LARGE))
    try:
        tenant.scim("Users?count=1")  # the directory is built by then, and its memory is taken
        measures += paging(tenant)
    finally:
        tenant.stop()
    print("\n".join(measure.line() for measure in measures))
    return int(any(measure.value > measure.budget * SLACK for measure in measures))


if __name__ == "__main__":
    sys.exit(main())
