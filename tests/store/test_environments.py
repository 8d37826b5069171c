from pathlib import Path

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem
from k2bench.store.environments import EnvironmentStore


def test_they_come_back_as_they_were_without_the_transient(tmp_path: Path) -> None:
    reports: list[Problem] = []
    store = EnvironmentStore(tmp_path, reports.append)
    dev = Environment("1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x", "basic")
    demo = Environment("demo", "Demo tenant", transient=True)
    store.save((dev, demo), "1")
    assert store.load() == ((dev,), "1")
    assert EnvironmentStore(tmp_path / "new", reports.append).load() == ((), "")
    assert not reports


def test_odd_items_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "environments.json").write_text(
        '{"version": 1, "environments": [1, {}, {"id": "a", "scope": 7, "future": 1}]}'
    )
    loaded, current = EnvironmentStore(tmp_path, lambda _: None).load()
    assert [each.name for each in loaded] == ["Unnamed"]
    assert current == ""
