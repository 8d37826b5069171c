"""From a secret to rows on the screen."""

import json
from collections.abc import Callable

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from k2bench.core.environment import SecretKind
from k2bench.core.secret import Secret
from tests.flows.conftest import Driver
from tests.store.memory_keyring import MemoryKeyring


def secret_of(driver: Driver) -> Secret:
    found = driver.app.session.secrets.remembered("demo", SecretKind.CLIENT)
    assert found is not None
    return found


def test_one_click_from_the_start_page_to_data(start: Callable[..., Driver]) -> None:
    driver = start()
    driver.press("Start/Try the demo tenant")
    driver.wait_for("Authorization/Access Token")
    driver.press("Authorization/Use Token")
    assert driver.text("Environment bar/Token status").startswith("Token valid")
    driver.send()
    assert driver.text("Response/Status") == "200 OK"
    assert driver.column("FirstName", 2) == ["Ada", "Alan"]


def test_a_wrong_secret_is_explained_and_the_right_one_brings_rows(demo: Driver) -> None:
    right = secret_of(demo).reveal()
    demo.type("Authorization/Client Secret", "not the secret")
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Problem")
    assert "refused these credentials" in demo.problem("Authorization")
    assert demo.find("Authorization/Compare with hash")
    demo.type("Authorization/Client Secret", right)
    demo.press("Authorization/Get New Access Token")
    demo.wait(lambda: not demo.sees("Authorization/Problem"))
    demo.wait_for("Authorization/Get New Access Token")
    demo.press("Authorization/Use Token")
    demo.send()
    assert demo.text("Response/Status") == "200 OK"


def test_the_table_holds_what_the_service_sent_numbers_exact(demo: Driver) -> None:
    demo.press("Authorization/Use Token")
    demo.send()
    token = demo.app.current.token
    assert token is not None
    environment = demo.app.current.environment
    assert environment is not None
    answer = httpx.get(
        environment.values()["odata"] + "/EmployeeSample",
        headers={"Authorization": f"Bearer {token.value.reveal()}"},
    )
    rows = json.loads(answer.text, parse_float=str, parse_int=str)["value"]
    assert len(rows) == 1000
    for name in ("ID", "FirstName", "LastName", "HireDate", "DepartmentCode", "Salary"):
        assert demo.column(name, 1000) == [row[name] for row in rows]


def test_cancel_while_waiting(demo: Driver, serve, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    asked: list[bytes] = []

    def never(connection) -> None:  # type: ignore[no-untyped-def]
        asked.append(connection.request())
        connection.wait_for_close()

    server = serve(never)
    demo.choose("Authorization/Authorization Type", "No Auth")
    demo.type("Request/Request URL", f"{server.url}/slow")
    demo.press("Request/Send")
    demo.wait(lambda: bool(asked))
    demo.press("Request/Cancel")
    demo.wait_for("Request/Send")
    assert demo.text("Request/Request URL") == f"{server.url}/slow"
    demo.press("Request/Send")
    demo.wait(lambda: len(asked) == 2)
    demo.trigger("Cancel Request")
    demo.wait_for("Request/Send")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my secret value I am not sharing", "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="),
        ("secret", "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols="),
        ("secret ", "w09jrl2x+dXv+fF0YX/SHP3YRQ0iQy6sDbM0yAw1U3A="),
    ],
)
def test_the_hash_dialog(start: Callable[..., Driver], text: str, expected: str) -> None:
    driver = start()
    driver.trigger("Hash Secret...")
    dialog = driver.dialog()
    driver.type("Secret", text, dialog)
    assert driver.text("SHA-256 hash (Base64)", dialog) == expected
    driver.press("Copy hash", dialog)
    assert QGuiApplication.clipboard().text() == expected


def test_an_environment_of_ones_own_and_its_secret_come_back(
    start: Callable[..., Driver], backend: MemoryKeyring
) -> None:
    tenant = start("--demo")
    tenant.wait_for("Authorization/Access Token")
    demo_environment = tenant.app.current.environment
    assert demo_environment is not None
    tenant.trigger("New Environment...")
    dialog = tenant.dialog()
    tenant.type("Name", "Mine", dialog)
    tenant.type("Tenant URL", demo_environment.tenant_url, dialog)
    tenant.press("Save", dialog)
    tenant.press("Close", dialog)
    tenant.type("Authorization/Access Token URL", f" {demo_environment.token_url} ")
    tenant.type("Authorization/Client ID", demo_environment.client_id)
    tenant.type("Authorization/Client Secret", secret_of(tenant).reveal())
    tenant.press("Authorization/Get New Access Token")
    tenant.wait_for("Authorization/Access Token")
    tenant.wait(lambda: bool(backend.kept))
    assert list(backend.kept.values()) == [secret_of(tenant).reveal()]

    again = start()
    assert again.text("Environment bar/Environment") == "Mine"
    assert again.text("Authorization/Access Token URL") == demo_environment.token_url
    again.wait(lambda: bool(again.text("Authorization/Client Secret")))
    again.type("Request/Request URL", "{{odata}}/EmployeeSample?$top=1")
    again.send()
    assert again.text("Response/Status") == "200 OK"


def test_keys(demo: Driver, qtbot: QtBot) -> None:
    demo.press("Authorization/Use Token")
    qtbot.keyClick(demo.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    demo.wait_for("Response/Response table")
    qtbot.keyClick(demo.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert demo.window.focusWidget() is demo.find("Request/Request URL")
