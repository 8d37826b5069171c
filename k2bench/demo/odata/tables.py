"""Reads and changes the tables of the SmartObjects, for use on the database thread only."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from k2bench.demo.odata.clause import Clause, Value
from k2bench.demo.odata.model import SmartObject


@dataclass(frozen=True, slots=True)
class Tables:
    """The connection, and the sizes of whole tables, which take long to count."""

    connection: sqlite3.Connection
    _sizes: dict[str, int] = field(default_factory=dict)

    def rows(
        self, sql: str, parameters: Sequence[Value] | Mapping[str, Value] = ()
    ) -> list[tuple[Any, ...]]:
        """The result of a SELECT."""
        return self.connection.execute(sql, parameters).fetchall()

    def change(self, sql: str, parameters: Sequence[Value] | Mapping[str, Value] = ()) -> int:
        """Runs a statement that changes rows; returns how many."""
        self._sizes.clear()
        return self.connection.execute(sql, parameters).rowcount

    def count(self, smartobject: SmartObject, where: Clause | None = None) -> int:
        """The number of rows that meet the condition."""
        sql = f"SELECT count(*) FROM {smartobject.table}"
        if where is not None:
            return int(self.rows(f"{sql} WHERE {where.sql}", where.parameters)[0][0])
        if smartobject.name not in self._sizes:
            self._sizes[smartobject.name] = int(self.rows(sql)[0][0])
        return self._sizes[smartobject.name]
