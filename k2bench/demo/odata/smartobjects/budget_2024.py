"""`OData_2024Budget`: a name that starts with a digit gets the prefix `OData_`; a decimal key."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from k2bench.demo.odata.model import Edm, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows

_POSTS = ("Salaries", "Licences", "Hardware", "Travel", "Training", "Consulting", "Rent")
_QUARTERS = 4


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    insert_rows(connection, BUDGET_2024, _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    """Lines are numbered 1.10, 1.20, ...: the post before the point, the quarter after it."""
    for index, post in enumerate(_POSTS, start=1):
        for quarter in range(1, _QUARTERS + 1):
            planned = index * 1_250_000 + quarter * 10_001
            spent = None if quarter == _QUARTERS else planned + (index - 4) * 33_333
            yield index * 100 + quarter * 10, post, quarter, planned, spent, index == 1


BUDGET_2024 = SmartObject(
    name="OData_2024Budget",
    title="2024 Budget",
    key="Line_No",
    properties=(
        Property("Line_No", Edm.DECIMAL, nullable=False, scale=2),
        Property("Post", Edm.STRING, max_length=50),
        Property("Quarter", Edm.INT32),
        Property("Planned", Edm.DECIMAL, scale=2),
        Property("Spent", Edm.DECIMAL, scale=2),
        Property("Is_Fixed", Edm.BOOLEAN),
    ),
    populate=_populate,
)
