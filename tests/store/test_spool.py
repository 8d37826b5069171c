import errno
import mmap
import os
from pathlib import Path

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.store.spool import Spool


def test_a_small_body_stays_in_memory(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "cache")
    spool.write(b"ab")
    spool.write(b"cd")
    assert spool.body().data == b"abcd"
    assert len(spool) == 4
    assert not (tmp_path / "cache").exists()


def test_a_large_body_is_a_mapped_file(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "cache", memory_limit=10)
    for _ in range(5):
        spool.write(b"12345678")
    body = spool.body(complete=False)
    assert isinstance(body.data, mmap.mmap)
    assert body[0:40] == b"12345678" * 5
    assert not body.complete
    if os.name == "posix":
        assert list((tmp_path / "cache").iterdir()) == []
        assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spool = Spool(tmp_path, memory_limit=1)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WorkbenchError, match="No space left"):
        spool.write(b"abc")
    monkeypatch.undo()
    spool.discard()
