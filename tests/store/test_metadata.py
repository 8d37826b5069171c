import os
import stat
import sys
from pathlib import Path

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.store import metadata
from k2bench.store.metadata import KEPT, MetadataStore, Snapshot, read_metadata_file

URL = "https://h.test/api/odatav4/v4/"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_state_comes_back_with_its_date(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    assert store.latest("dev", URL) is None
    saved = store.save("dev", URL, b"<Edmx/>", 1000.5)
    assert MetadataStore(tmp_path).latest("dev", URL) == (saved, b"<Edmx/>")
    assert saved.fetched_at == 1000.5
    assert store.latest("dev", URL.rstrip("/")) == (saved, b"<Edmx/>")
    assert store.latest("test", URL) is None
    assert store.latest("dev", URL + "other/") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    MetadataStore(tmp_path).save("dev", URL, b"x", 1)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files(tmp_path)} == {0o600}


def test_the_same_bytes_only_get_a_new_date(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    store.save("dev", URL, b"one", 1)
    store.save("dev", URL, b"one", 2)
    assert [each.fetched_at for each in store.snapshots("dev", URL)] == [2]
    assert len(files(tmp_path)) == 2


def test_a_few_states_are_kept_for_comparing(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    for number in range(KEPT + 3):
        store.save("dev", URL, b"state %d" % number, number)
    kept = store.snapshots("dev", URL)
    assert [each.fetched_at for each in kept] == [7, 6, 5, 4, 3]
    assert store.load(kept[-1]) == b"state 3"
    assert len(files(tmp_path)) == 2 * KEPT


def test_a_broken_entry_counts_as_not_there(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    old = store.save("dev", URL, b"old", 1)
    new = store.save("dev", URL, b"new", 2)
    data = next(path for path in files(tmp_path) if path.read_bytes() == b"new")
    data.write_bytes(b"ne")
    assert store.load(new) is None
    assert store.latest("dev", URL) == (old, b"old")
    data.unlink()
    assert store.latest("dev", URL) == (old, b"old")
    assert store.save("dev", URL, b"new", 3).fetched_at == 3
    assert store.latest("dev", URL) == (Snapshot("dev", URL, 3, new.sha256), b"new")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"version": 2, "fetched_at": 1}',
        b'{"version": 1}',
        b'{"version": 1, "fetched_at": true}',
        b'{"version": 1, "fetched_at": "now"}',
        b'{"version": 1, "fetched_at": 1, "sha256": 5}',
    ],
)
def test_a_broken_sidecar_never_raises(tmp_path: Path, text: bytes) -> None:
    store = MetadataStore(tmp_path)
    store.save("dev", URL, b"data", 1)
    next(path for path in files(tmp_path) if path.suffix == ".json").write_bytes(text)
    assert store.latest("dev", URL) is None
    store.snapshots("dev", URL)
    store.forget("dev")
    store.save("dev", URL, b"data", 2)
    latest = store.latest("dev", URL)
    assert latest is not None
    assert latest[1] == b"data"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "metadata").write_text("in the way")
    store = MetadataStore(tmp_path)
    assert store.latest("dev", URL) is None
    store.forget("dev")
    with pytest.raises(WorkbenchError):
        store.save("dev", URL, b"x", 1)


def test_an_environment_is_forgotten_whole(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    store.save("dev", URL, b"a", 1)
    store.save("dev", URL + "more/", b"b", 1)
    kept = store.save("test", URL, b"c", 1, source="/tmp/c.edmx")
    store.forget("dev")
    assert store.snapshots("dev", URL) == ()
    assert store.latest("test", URL) == (kept, b"c")
    assert len(files(tmp_path)) == 2


def test_odd_names_and_dates_are_no_paths(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    for name in ("../../x", "a/b", "\ud800", ""):
        store.save(name, "\ud800/../", b"x", -5)
        assert store.latest(name, "\ud800/../") is not None
    assert {path.relative_to(tmp_path).parts[0] for path in files(tmp_path)} == {"metadata"}


def test_a_file_from_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "service.edmx"
    path.write_bytes(b"<Edmx/>")
    assert read_metadata_file(path) == b"<Edmx/>"
    with pytest.raises(WorkbenchError, match=r"missing\.edmx could not be read"):
        read_metadata_file(tmp_path / "missing.edmx")
    with pytest.raises(WorkbenchError):
        read_metadata_file(tmp_path)
    monkeypatch.setattr(metadata, "LARGEST", 3)
    with pytest.raises(WorkbenchError, match="too large"):
        read_metadata_file(path)


def test_what_others_left_there_does_no_harm(tmp_path: Path) -> None:
    store = MetadataStore(tmp_path)
    store.save("dev", URL, b"x", 1)
    folder = files(tmp_path)[0].parent
    (folder / "notes.txt").write_text("hello")
    (folder / "folder.json").mkdir()
    os.utime(folder)
    assert len(store.snapshots("dev", URL)) == 1
    store.forget("dev")
    assert (folder / "notes.txt").exists()
