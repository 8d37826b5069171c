"""`testsmartboxsmoes`, the entity set of the guide's Postman example: 25 smoke-test records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from k2bench.demo.odata.model import Edm, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows

ROWS = 25

_STEPS = ("Create", "Load", "Save", "Delete", "Get List")


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    insert_rows(connection, SMOKE_TEST, _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    for number in range(1, ROWS + 1):
        passed = number % 7 != 0
        remark = None if passed else "Broker did not answer in time"
        yield number, f"Smoke test {number:02d}: {_STEPS[number % 5]}", number * 10, passed, remark


SMOKE_TEST = SmartObject(
    name="testsmartboxsmoes",
    title="test.smartbox.smoes",
    key="ID",
    properties=(
        Property("ID", Edm.INT64, nullable=False),
        Property("Name", Edm.STRING, max_length=200),
        Property("DurationMs", Edm.INT32),
        Property("Passed", Edm.BOOLEAN),
        Property("Remark", Edm.STRING),
    ),
    populate=_populate,
)
