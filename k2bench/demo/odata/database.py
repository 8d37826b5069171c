"""The tenant's SmartObject data: one SQLite database in memory, used from one thread at a time."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TypeVar

from k2bench.demo.odata.errors import ODataError, not_supported
from k2bench.demo.odata.filter.sql_functions import SqlFunctions
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.tables import Tables

Result = TypeVar("Result")

INTERRUPT_SECONDS = 0.02

# What SQLite says of an expression that is beyond its limits.
_TOO_DEEP = re.compile("parser stack overflow|Expression tree is too large|too many")


@dataclass(frozen=True, slots=True)
class Database:
    """The data of a catalogue. Work runs on a thread of its own, so the event loop stays free."""

    catalogue: tuple[SmartObject, ...]
    _tables: Tables
    _functions: SqlFunctions
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
        functions = SqlFunctions(connection)
        worker = ThreadPoolExecutor(1, "database")
        return cls(tuple(catalogue), Tables(connection), functions, worker)

    async def run(self, work: Callable[[Tables], Result]) -> Result:
        """Runs `work` with the tables on the database thread.

        Raises:
            ODataError: 400 when a filter cannot be evaluated for some row, 501 when it is too deep
                for SQLite, 500 for any other error of SQLite.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, self._guarded, work)

    def _guarded(self, work: Callable[[Tables], Result]) -> Result:
        try:
            return work(self._tables)
        except sqlite3.Error as error:
            raise self._functions.take_failure() or _as_odata_error(error) from None

    def close(self) -> None:
        """Stops what is running and frees the data."""
        last = self._worker.submit(lambda: None)
        # Again and again, because an interrupt just before a query starts does not stop it.
        while not wait([last], INTERRUPT_SECONDS).done:
            self._tables.connection.interrupt()
        self._worker.shutdown()
        self._tables.connection.close()


def _as_odata_error(error: sqlite3.Error) -> ODataError:
    if _TOO_DEEP.search(str(error)):
        return not_supported("The $filter is nested too deeply to be evaluated.")
    return ODataError(500, f"The SmartObject server failed: {error}.")
