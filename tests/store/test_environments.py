from dataclasses import replace
from pathlib import Path

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.environment import Environment, Variable, WritePolicy
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


def test_every_field_comes_back_and_no_secret_is_written(tmp_path: Path) -> None:
    whole = Environment(
        "1",
        "Whole",
        "https://h",
        "https://l/connect/token",
        "idt.cc.x",
        "basic",
        "scope",
        scim_scope="s",
        scim_url="https://scim",
        odata_url="https://n/svc",
        colour="violet",
        production=True,
        write_policy=WritePolicy.FORBIDDEN,
        variables=(Variable("a", "1"), Variable("b", "never written", secret=True)),
        extra=(("audience", "x"),),
        auth_type=AuthType.API_KEY,
        auth_name="X-Key",
        auth_place=KeyPlace.QUERY,
    )
    store = EnvironmentStore(tmp_path, lambda _: None)
    store.save((whole,), "1")
    bare = replace(whole, variables=(Variable("a", "1"), Variable("b", secret=True)))
    assert store.load()[0] == (bare,)
    assert "never written" not in (tmp_path / "environments.json").read_text()


def test_odd_values_take_their_defaults(tmp_path: Path) -> None:
    (tmp_path / "environments.json").write_text(
        '{"version": 1, "environments": [{"id": "a", "name": "A", "client_auth": "?", "extra": [1],'
        ' "write_policy": "x", "auth_type": 7, "production": "yes", "variables": [{"name": 1}]}]}'
    )
    loaded, _ = EnvironmentStore(tmp_path, lambda _: None).load()
    assert loaded == (Environment("a", "A"),)
