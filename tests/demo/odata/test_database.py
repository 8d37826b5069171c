from __future__ import annotations

import asyncio
import threading

import pytest

from k2bench.demo.odata.database import Database
from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.smartobjects import CATALOGUE


def test_work_runs_on_one_thread_of_its_own() -> None:
    database = Database.populated(CATALOGUE, 10)

    async def names() -> set[str]:
        runs = [database.run(lambda _tables: threading.current_thread().name) for _ in range(20)]
        return set(await asyncio.gather(*runs))

    (name,) = asyncio.run(names())
    assert name != threading.current_thread().name


def test_a_failing_function_tells_its_reason() -> None:
    database = Database.populated(CATALOGUE, 10)
    with pytest.raises(ODataError, match="Divide by zero"):
        asyncio.run(database.run(lambda tables: tables.rows("SELECT k2_integer_div(1, 0)")))
    rows = asyncio.run(database.run(lambda tables: tables.rows("SELECT k2_integer_div(7, 2)")))
    assert rows == [(3,)]
