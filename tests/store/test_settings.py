import json
from pathlib import Path

from k2bench.core.problem import Problem
from k2bench.store.settings import Settings


def test_unknown_keys_survive(tmp_path: Path) -> None:
    reports: list[Problem] = []
    (tmp_path / "settings.json").write_text('{"version": 1, "future": {"a": 1}, "theme": 7}')
    settings = Settings(tmp_path, reports.append)
    assert settings.text("theme", "system") == "system"
    settings.set("theme", "dark")
    settings.save()
    assert json.loads((tmp_path / "settings.json").read_text()) == {
        "version": 1,
        "future": {"a": 1},
        "theme": "dark",
    }
    assert Settings(tmp_path, reports.append).text("theme") == "dark"
    assert not reports


def test_nothing_changed_nothing_written(tmp_path: Path) -> None:
    Settings(tmp_path, lambda _: None).save()
    assert not (tmp_path / "settings.json").exists()


def test_a_mapping_is_a_copy(tmp_path: Path) -> None:
    settings = Settings(tmp_path, lambda problem: None)
    assert settings.mapping("a") == {}
    settings.set("a", {"b": 1})
    settings.mapping("a")["b"] = 2
    assert settings.mapping("a") == {"b": 1}
    settings.set("a", "text")
    assert settings.mapping("a") == {}
