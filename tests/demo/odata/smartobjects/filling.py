"""Fills the table of one SmartObject by itself."""

from __future__ import annotations

import sqlite3
from typing import Any

from k2bench.demo.odata.model import SmartObject


def filled(smartobject: SmartObject, history_rows: int = 0) -> list[dict[str, Any]]:
    """All rows in key order, by column name."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute(smartobject.create_table())
    smartobject.populate(connection, history_rows)
    order = smartobject.key_property.order_column
    cursor = connection.execute(f"SELECT * FROM {smartobject.table} ORDER BY {order}")
    rows = [dict(row) for row in cursor]
    connection.close()
    return rows
