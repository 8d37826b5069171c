from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from k2bench.demo.odata.database import Database
from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.smartobjects import CATALOGUE
from k2bench.demo.odata.tables import Tables


@pytest.fixture
def database() -> Iterator[Database]:
    made = Database.populated(CATALOGUE, 10)
    yield made
    made.close()


def test_work_runs_on_one_thread_of_its_own(database: Database) -> None:

    async def names() -> set[str]:
        runs = [database.run(lambda _tables: threading.current_thread().name) for _ in range(20)]
        return set(await asyncio.gather(*runs))

    (name,) = asyncio.run(names())
    assert name != threading.current_thread().name


def test_a_failing_function_tells_its_reason(database: Database) -> None:
    with pytest.raises(ODataError, match="Divide by zero"):
        asyncio.run(database.run(lambda tables: tables.rows("SELECT k2_integers(1, 'div', 0)")))
    rows = asyncio.run(database.run(lambda tables: tables.rows("SELECT k2_integers(7, 'div', 2)")))
    assert rows == [(3,)]


@pytest.mark.parametrize(
    ("sql", "status"),
    [
        ("SELECT " + "(" * 200 + "1" + ")" * 200, 501),
        ("SELECT 1" + " + 1" * 2000, 501),
        (f"SELECT max({', '.join('1' * 2000)})", 501),
        ("SELECT nonsense", 500),
    ],
)
def test_what_sqlite_refuses_is_an_odata_error(database: Database, sql: str, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        asyncio.run(database.run(lambda tables: tables.rows(sql)))
    assert refusal.value.status == status


def test_closing_stops_what_is_running() -> None:
    database = Database.populated(CATALOGUE, 10)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    started = threading.Event()

    def run_for_ever(tables: Tables) -> None:
        started.set()
        tables.rows(endless)

    async def close_meanwhile() -> None:
        running = asyncio.create_task(database.run(run_for_ever))
        await asyncio.to_thread(started.wait, 10)
        await asyncio.to_thread(database.close)
        with pytest.raises(ODataError, match="interrupted"):
            await running

    asyncio.run(close_meanwhile())
