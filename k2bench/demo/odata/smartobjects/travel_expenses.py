"""`TravelExpenses`: not published at first; appears about 30 seconds after it is."""

from __future__ import annotations

import sqlite3

from k2bench.demo.odata.model import Edm, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows

_ROWS = (
    (1, "Zürich", "2024-03-04", 48_220, "CHF"),
    (2, "München", "2024-03-18", 31_905, "EUR"),
    (3, "São Paulo", "2024-05-27", 214_050, "BRL"),
    (4, "Seattle", "2024-09-02", 187_999, "USD"),
)


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    insert_rows(connection, TRAVEL_EXPENSES, _ROWS)


TRAVEL_EXPENSES = SmartObject(
    name="TravelExpenses",
    title="Travel Expenses",
    key="ID",
    properties=(
        Property("ID", Edm.INT64, nullable=False),
        Property("Destination", Edm.STRING, max_length=100),
        Property("Travelled_On", Edm.DATE),
        Property("Amount", Edm.DECIMAL, scale=2),
        Property("Currency", Edm.STRING, max_length=3),
    ),
    populate=_populate,
    starts_unpublished=True,
)
