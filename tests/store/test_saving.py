import os
from pathlib import Path

import pytest

from k2bench.content.data import Progress
from k2bench.core.problem import WorkbenchError
from k2bench.store.saving import STEP, StoppedError, save_file


def never() -> bool:
    return False


def test_every_byte_is_written(tmp_path: Path) -> None:
    told: list[Progress] = []
    data = os.urandom(STEP * 2 + 5)
    save_file(tmp_path / "a", data, told.append, never)
    assert (tmp_path / "a").read_bytes() == data
    assert [each.done for each in told] == [STEP, STEP * 2, len(data)]
    assert os.listdir(tmp_path) == ["a"]


def test_stopped_it_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    told: list[Progress] = []
    with pytest.raises(StoppedError):
        save_file(tmp_path / "a", b"x" * STEP * 3, told.append, lambda: bool(told))
    assert (tmp_path / "a").read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open
    monkeypatch.setattr(os, "open", lambda _path, *_: real("/dev/full", os.O_WRONLY))
    with pytest.raises(WorkbenchError, match=r"a\.json could not be saved.*No space left"):
        save_file(tmp_path / "a.json", b"x" * STEP, lambda _: None, never)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="No such file"):
        save_file(tmp_path / "gone" / "a", b"x", lambda _: None, never)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    os.symlink(tmp_path / "real", tmp_path / "link")
    save_file(tmp_path / "link", b"new", lambda _: None, never)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
