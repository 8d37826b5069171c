"""One locked folder a process: real processes, one of them killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.store.body_folder import LOCK, BodyFolder, remove_abandoned

CHILD = """
import os, sys
from pathlib import Path
from k2bench.store.body_folder import BodyFolder
folder = BodyFolder(Path(sys.argv[1]))
os.write(folder.open_file(), b"body")
(left,) = [path for path in folder.root.iterdir() if str(path) not in sys.argv]
(left / "body-left").write_bytes(b"as on Windows, where an open file keeps its name")
print("open", flush=True)
sys.stdin.read()
folder.close()
"""


@contextmanager
def child(root: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process with a body on disk; it ends when its input does."""
    others = list(map(str, root.iterdir())) if root.exists() else []
    made = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(root), *others],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert made.stdout is not None
        assert made.stdout.readline().strip() == b"open"
        yield made
    finally:
        made.kill()
        made.communicate()


def folders(root: Path) -> list[Path]:
    return [path for path in root.iterdir() if path.is_dir()]


def test_it_is_private_and_locked(tmp_path: Path) -> None:
    folder = BodyFolder(tmp_path / "bodies")
    assert not (tmp_path / "bodies").exists()
    file = folder.open_file()
    os.close(folder.open_file())
    (path,) = folders(tmp_path / "bodies")
    if os.name == "posix":
        assert os.fstat(file).st_mode & 0o777 == 0o600
        assert path.stat().st_mode & 0o777 == 0o700
        assert [entry.name for entry in path.iterdir()] == [LOCK]
    os.close(file)
    folder.close()
    assert folders(tmp_path / "bodies") == []
    folder.close()


def test_running_instances_leave_each_other_alone(tmp_path: Path) -> None:
    with child(tmp_path) as first, child(tmp_path) as second:
        before = set(folders(tmp_path))
        assert len(before) == 2
        remove_abandoned(tmp_path)
        assert set(folders(tmp_path)) == before
        first.communicate(b"")  # it closes at its end
        assert len(folders(tmp_path)) == 1
        assert second.poll() is None


def test_the_folder_of_a_killed_one_goes_with_the_next_start(tmp_path: Path) -> None:
    with child(tmp_path) as killed, child(tmp_path) as alive:
        killed.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        killed.wait()
        assert len(folders(tmp_path)) == 2
        remove_abandoned(tmp_path)
        (left,) = folders(tmp_path)
        assert (left / "body-left").exists()
        assert alive.poll() is None
    remove_abandoned(tmp_path)
    assert folders(tmp_path) == []


def test_what_is_no_folder_of_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("x")
    (tmp_path / "elsewhere").mkdir()
    os.symlink(tmp_path / "elsewhere", tmp_path / "link")
    (tmp_path / "elsewhere" / LOCK).mkdir()  # cannot be locked
    remove_abandoned(tmp_path)
    remove_abandoned(tmp_path / "nothing")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "link", "note"]


def test_a_folder_taken_away_before_its_lock_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    real, hasty = tempfile.mkdtemp, [True]

    def mkdtemp(**more: object) -> str:
        made = real(**more)  # type: ignore[call-overload]
        if hasty.pop() if hasty else False:
            remove_abandoned(tmp_path)  # another instance starts just now
        return str(made)

    monkeypatch.setattr(tempfile, "mkdtemp", mkdtemp)
    folder = BodyFolder(tmp_path)
    os.close(folder.open_file())
    assert len(folders(tmp_path)) == 1
    remove_abandoned(tmp_path)
    assert len(folders(tmp_path)) == 1
    folder.close()


def test_an_emptied_cache_is_no_obstacle(tmp_path: Path) -> None:
    import shutil

    folder = BodyFolder(tmp_path / "cache")
    os.close(folder.open_file())
    shutil.rmtree(tmp_path / "cache")
    os.close(folder.open_file())
    assert len(folders(tmp_path / "cache")) == 1
    folder.close()


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(WorkbenchError, match="could not be kept"):
        BodyFolder(tmp_path / "file" / "bodies").open_file()
