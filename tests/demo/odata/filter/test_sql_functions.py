from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from k2bench.demo.odata.filter.sql_functions import BLANKS, SqlFunctions


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:")
    yield made
    made.close()


def test_null_gives_null(connection: sqlite3.Connection) -> None:
    SqlFunctions(connection)
    row = connection.execute("SELECT k2_concat('a', NULL), k2_length(NULL)").fetchone()
    assert row == (None, None)


def test_a_failure_is_kept_once(connection: sqlite3.Connection) -> None:
    functions = SqlFunctions(connection)
    for sql in ("SELECT k2_substring('a', -1)", "SELECT k2_date_add('9999-12-31', 864000000000)"):
        with pytest.raises(sqlite3.OperationalError):
            connection.execute(sql).fetchone()
        failure = functions.take_failure()
        assert failure is not None
        assert failure.status == 400
    assert functions.take_failure() is None


def test_characters_are_counted_as_characters(connection: sqlite3.Connection) -> None:
    SqlFunctions(connection)
    row = connection.execute(
        "SELECT k2_length('🚀a'), k2_indexof('🚀a', 'a'), k2_substring('🚀ab', 1, 1)"
    ).fetchone()
    assert row == (2, 1, "a")


def test_blanks_are_those_of_dotnet() -> None:
    assert all(character.isspace() for character in BLANKS)
    assert "\x1c" not in BLANKS
    assert len(BLANKS) == 25
