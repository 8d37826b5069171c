import asyncio
from pathlib import Path

import pytest

from k2bench.net.events import Head
from k2bench.store.body_folder import BodyFolder
from k2bench.store.spool import Spool
from k2bench.workbench.progress import Preview, Progress
from k2bench.workbench.telling import FIRST, PATIENCE, Pace, Part, Telling, total_of

MB = 1_000_000
HEAD = Head(200, headers=(("Content-Length", "10"),))


def looks(*sizes: int) -> list[int]:
    """At which of the sizes, one a tick, a look is taken."""
    pace = Pace()
    return [size for size in sizes if pace.is_due(size)]


def test_a_look_each_time_it_has_doubled() -> None:
    sizes = [MB * n for n in range(1, 100)]
    assert [size // MB for size in looks(*sizes)] == [1, 2, 4, 8, 16, 32, 64]


def test_little_is_not_looked_at_before_it_takes_long() -> None:
    drip = list(range(10, 10 * 40, 10))
    assert looks(*drip[: PATIENCE - 1]) == []
    assert looks(*drip) == [80, 160, 320]


def test_what_stands_still_is_looked_at_once() -> None:
    assert looks(10, 10, 10, 10) == [10]
    assert looks(FIRST, FIRST + 5, FIRST + 5, FIRST + 5) == [FIRST, FIRST + 5]
    assert looks(0, 0, 0) == []


@pytest.mark.parametrize(
    ("headers", "total"),
    [
        ((("Content-Length", "12"),), 12),
        ((("Content-Length", "12"), ("Content-Encoding", "identity")), 12),
        ((("Content-Length", "12"), ("Content-Encoding", "gzip")), None),
        ((("Content-Length", "-1"),), None),
        ((("Content-Length", "²"),), None),
        ((), None),
    ],
)
def test_how_much_there_will_be(headers: tuple[tuple[str, str], ...], total: int | None) -> None:
    assert total_of(Head(200, headers=headers)) == total


def test_all_that_came_is_told_when_it_is_given_up(tmp_path: Path) -> None:
    parts: list[Part] = []
    told: list[Progress | Preview] = []

    async def receive() -> None:
        spool = Spool(BodyFolder(tmp_path))
        telling = Telling(spool, told.append, parts.append)
        telling.give_up()
        telling.begin(HEAD)
        telling.give_up()  # nothing came
        spool.write(b"half")
        telling.grew()
        telling.give_up()
        telling.end()

    asyncio.run(receive())
    assert [part.body[:] for part in parts] == [b"half"]
    assert told == [Progress(200, 4, 10)]
