"""Bad input about environments and logins, in the whole window."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from k2bench.core.environment import Environment
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import set_fault


def words_at(driver: Driver, path: str) -> str:
    """What stands below a field."""
    field = driver.find(path, driver.dialog() if driver.dialogs() else None).parentWidget()
    assert field is not None
    return " ".join(each.text() for each in field.findChildren(QLabel) if each.isVisible())


def test_two_environments_of_one_name(start: Callable[..., Driver]) -> None:
    driver = start()
    driver.app.session.environments.put(Environment("1", "Dev", "https://h"))
    driver.app.wiring.environments.show_first()
    driver.trigger("New Environment...")
    driver.type("Name", " dEV ", driver.dialog())
    driver.type("Tenant URL", "https://other", driver.dialog())
    driver.press("Save", driver.dialog())
    assert "There is an environment “Dev” already" in words_at(driver, "Name")
    assert driver.text("Tenant URL", driver.dialog()) == "https://other"  # nothing typed is lost
    assert [each.name for each in driver.app.session.environments.all] == ["Dev"]


def test_a_file_with_two_environments_of_one_name(
    start: Callable[..., Driver], tmp_path: Path
) -> None:
    one = {"id": "1", "name": "Dev", "tenant_url": "https://first"}
    other = {**one, "id": "2", "name": "dev", "tenant_url": "https://second"}
    kept = {"version": 1, "environments": [one, other], "current": "1"}
    (tmp_path / "environments.json").write_text(json.dumps(kept))
    driver = start()
    assert "“dev” is now “dev (2)”" in driver.window.banner.accessibleDescription()
    driver.trigger("Manage Environments...")
    for row, name in enumerate(("Dev", "dev (2)")):
        driver.dialog().list.setCurrentRow(row)  # type: ignore[attr-defined]
        driver.wait(driver.app.bridge.is_idle)
        assert driver.text("Name", driver.dialog()) == name
        driver.type("Client ID", f"idt.cc.{row}", driver.dialog())
        driver.press("Save", driver.dialog())
        driver.wait(driver.app.bridge.is_idle)
    found = [(each.name, each.client_id) for each in driver.app.session.environments.all]
    assert found == [("Dev", "idt.cc.0"), ("dev (2)", "idt.cc.1")]


def test_a_secret_of_over_a_hundred_characters_is_warned_of_and_sent(demo: Driver) -> None:
    demo.type("Authorization/Client Secret", "x" * 101)
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Problem")
    assert "The login very likely takes at most 100" in words_at(
        demo, "Authorization/Client Secret"
    )
    assert demo.text("Authorization/Client Secret") == "x" * 101


def test_another_environment_while_a_token_is_asked_for(demo: Driver) -> None:
    demo.app.session.environments.put(Environment("2", "Other", "https://h"))
    demo.app.current.environments_changed.emit()
    set_fault(demo, "latency", seconds=0.5, api="login")
    before = demo.app.session.tokens.held()
    demo.press("Authorization/Get New Access Token")
    demo.choose("Environment bar/Environment", "Other")
    set_fault(demo, "latency", on=False)
    demo.wait(demo.app.bridge.is_idle)
    assert demo.text("Authorization/Client ID") == ""
    assert not demo.sees("Authorization/Access Token")
    assert not demo.sees("Authorization/Problem")
    assert demo.sees("Authorization/Get New Access Token")
    assert demo.app.session.tokens.held() == before
