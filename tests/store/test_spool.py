import errno
import mmap
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.store.body_folder import BodyFolder
from k2bench.store.spool import Spool


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[BodyFolder]:
    made = BodyFolder(tmp_path / "cache")
    yield made
    made.close()


def test_a_small_body_stays_in_memory(folder: BodyFolder) -> None:
    spool = Spool(folder)
    spool.write(b"ab")
    spool.write(b"cd")
    assert spool.body().data == b"abcd"
    assert len(spool) == 4
    assert not folder.root.exists()


def test_a_large_body_is_a_mapped_file(folder: BodyFolder) -> None:
    spool = Spool(folder, memory_limit=10)
    for _ in range(5):
        spool.write(b"12345678")
    body = spool.body(complete=False)
    assert isinstance(body.data, mmap.mmap)
    assert body[0:40] == b"12345678" * 5
    assert not body.complete
    folder.close()
    assert body[0:3] == b"123"


@pytest.mark.parametrize("limit", [10, 1000])
def test_a_part_stays_as_it_is_while_more_comes(folder: BodyFolder, limit: int) -> None:
    spool = Spool(folder, limit)
    spool.write(b"0123456789abcdef")
    part = spool.so_far()
    spool.write(b"more")
    assert part[:] == b"0123456789abcdef"
    assert not part.complete
    assert spool.body()[:] == b"0123456789abcdefmore"


@pytest.mark.parametrize("before", [b"", b"what came before"])
def test_a_full_disk_is_said_and_what_came_before_is_kept(
    folder: BodyFolder, monkeypatch: pytest.MonkeyPatch, before: bytes
) -> None:
    spool = Spool(folder, memory_limit=20)
    spool.write(before)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    for _ in range(2):
        with pytest.raises(WorkbenchError, match="No space left"):
            spool.write(b"x" * 30)
    monkeypatch.undo()
    assert spool.body(complete=False)[:] == before
    spool.discard()
