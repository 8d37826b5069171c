from pathlib import Path

import pytest

from k2bench.store.places import HOME_VARIABLE, places


def test_one_folder_for_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "b"))
    assert places(str(tmp_path / "a")).config == tmp_path / "a"
    assert places().config == tmp_path / "b"
    assert places().cache == tmp_path / "b" / "cache"


def test_the_platforms_folders_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    assert places().config.name == "k2bench"
    assert places().config != places().cache
