"""`CurrencyConverter`: it only calculates, so it has no List method and is not published."""

from __future__ import annotations

import sqlite3

from k2bench.demo.odata.model import Edm, Property, SmartObject


def _populate(_connection: sqlite3.Connection, _history_rows: int) -> None:
    """There is nothing to read."""


CURRENCY_CONVERTER = SmartObject(
    name="CurrencyConverter",
    title="Currency Converter (no List method: never published)",
    key="Currency",
    properties=(
        Property("Currency", Edm.STRING, nullable=False, max_length=3),
        Property("Amount", Edm.DECIMAL, scale=2),
    ),
    populate=_populate,
    has_list=False,
)
