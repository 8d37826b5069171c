"""Inserts rows of Python values into a SmartObject's table, as SQLite stores them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from k2bench.demo.odata.model import SmartObject


def insert_rows(
    connection: sqlite3.Connection, smartobject: SmartObject, rows: Iterable[Sequence[object]]
) -> None:
    """Inserts rows whose values are in the order of the table's columns."""
    width = sum(len(prop.declarations()) for prop in smartobject.properties)
    places = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {smartobject.table} VALUES ({places})", rows)
