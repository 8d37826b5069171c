import json
import os
import stat
from pathlib import Path

import pytest

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.store.files import read_json, write_atomically, write_json


def test_what_was_written_is_read(tmp_path: Path) -> None:
    reports: list[Problem] = []
    path = tmp_path / "deep" / "Ünï code.json"
    write_json(path, {"version": 1, "b": "ü", "a": [1]})
    assert read_json(path, 1, reports.append) == {"version": 1, "b": "ü", "a": [1]}
    assert list(json.loads(path.read_text("utf-8"))) == ["a", "b", "version"]
    assert not reports


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_only_the_owner_may_read(tmp_path: Path) -> None:
    write_atomically(tmp_path / "x", b"1")
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b'{"version": 99}', b"[" * 100_000])
def test_an_unreadable_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    reports: list[Problem] = []
    path = tmp_path / "x.json"
    for number in range(2):
        path.write_bytes(content)
        assert read_json(path, 1, reports.append) == {}
        assert not path.exists()
        assert len(list(tmp_path.glob("x.json.unreadable*"))) == number + 1
    assert [each.kind for each in reports] == [ProblemKind.STORAGE] * 2


def test_a_missing_file_is_empty_without_a_report(tmp_path: Path) -> None:
    reports: list[Problem] = []
    assert read_json(tmp_path / "none.json", 1, reports.append) == {}
    assert not reports


def test_a_failed_write_keeps_the_old_file_and_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.write_text("a file where a folder should be")
    with pytest.raises(WorkbenchError, match="could not be saved"):
        write_atomically(folder / "x.json", b"1")
    target = tmp_path / "dir"
    target.mkdir()
    with pytest.raises(WorkbenchError):
        write_atomically(target, b"1")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dir", "taken"]
