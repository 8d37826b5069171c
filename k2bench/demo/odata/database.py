"""The tenant's SmartObject data: one SQLite database in memory, used from one thread at a time."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from k2bench.demo.odata.model import SmartObject

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Database:
    """The data of a catalogue. Work runs on a thread of its own, so the event loop stays free."""

    catalogue: tuple[SmartObject, ...]
    _connection: sqlite3.Connection
    _worker: ThreadPoolExecutor

    @classmethod
    def populated(cls, catalogue: Sequence[SmartObject], history_rows: int) -> Database:
        """Creates and fills every table.

        Args:
            catalogue: The SmartObjects to hold.
            history_rows: Number of rows of the one SmartObject that comes in any size.
        """
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA temp_store = MEMORY")
        for smartobject in catalogue:
            connection.execute(smartobject.create_table())
            connection.execute("BEGIN")
            smartobject.populate(connection, history_rows)
            connection.execute("COMMIT")
        return cls(tuple(catalogue), connection, ThreadPoolExecutor(1, "database"))

    async def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Runs `work` with the connection on the database thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, work, self._connection)

    def find(self, name: str) -> SmartObject | None:
        """The SmartObject with this exact system name."""
        return next((entry for entry in self.catalogue if entry.name == name), None)
