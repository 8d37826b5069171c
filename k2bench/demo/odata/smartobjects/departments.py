"""`Departments`: twelve rows, with a whole number as the key and exact budgets."""

from __future__ import annotations

import sqlite3

from k2bench.demo.odata.model import Edm, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows

FIRST_CODE = 100

_ROWS = (
    ("Finance", "Lovelace, Ada", 125_000_000, "CC-1000", None),
    ("Human Resources", "Hopper, Grace", 84_550_050, "CC-1100", None),
    ("Information Technology", "Turing, Alan", 310_000_000, "CC-1200", None),
    ("IT / Service Desk", "Perlman, Radia", 45_250_075, "CC-1210", 102),
    ("IT / Platform & Data", "Codd, Edgar", 98_000_001, "CC-1220", 102),
    ("Procurement", "Liskov, Barbara", 67_500_000, "CC-1300", 100),
    ("Legal", "Sammet, Jean", 52_000_000, "CC-1400", None),
    ("Research", "Johnson, Katherine", 240_000_099, "CC-1500", None),
    ("Produktion Köln", "Zuse, Konrad", 455_000_000, "CC-2000", None),
    ("Kundendienst Zürich", "Wirth, Niklaus", 73_000_000, "CC-2100", 108),
    ("営業部 (Tokyo)", "Hamilton, Margaret", 61_200_000, "CC-3000", None),
    ("To be closed", None, 0, None, None),
)


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    rows = [(FIRST_CODE + index, *row) for index, row in enumerate(_ROWS)]
    insert_rows(connection, DEPARTMENTS, rows)


DEPARTMENTS = SmartObject(
    name="Departments",
    title="Departments",
    key="Code",
    properties=(
        Property("Code", Edm.INT32, nullable=False),
        Property("Name", Edm.STRING, nullable=False, max_length=100),
        Property("Manager", Edm.STRING, max_length=100),
        Property("Budget", Edm.DECIMAL, scale=2),
        Property("Cost_Centre", Edm.STRING, max_length=20),
        Property("Parent_Code", Edm.INT32),
    ),
    populate=_populate,
)
