"""A keychain that is absent, locked, hanging or too small never stops the work: it is said."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from k2bench.core.environment import Environment
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import client_secret
from tests.store.memory_keyring import (
    HangingKeyring,
    LockedKeyring,
    MemoryKeyring,
    PlainFileKeyring,
    SmallKeyring,
)


@pytest.fixture(params=["locked", "absent", "hanging", "too small"])
def backend(request: pytest.FixtureRequest, tmp_path) -> Iterator[MemoryKeyring]:  # type: ignore[no-untyped-def]
    made = {
        "locked": LockedKeyring,
        "absent": lambda: PlainFileKeyring(tmp_path / "passwords"),
        "hanging": HangingKeyring,
        "too small": lambda: SmallKeyring(40),
    }[request.param]()
    yield made
    if isinstance(made, HangingKeyring):
        made.release.set()


WORDS = {
    LockedKeyring: "The keychain is locked",
    PlainFileKeyring: "No keychain",
    HangingKeyring: "The keychain does not answer",
    SmallKeyring: "The secret is too long for the keychain",
}


def test_the_token_comes_all_the_same(start: Callable[..., Driver], backend: MemoryKeyring) -> None:
    driver = start("--demo")
    driver.wait_for("Authorization/Access Token")
    driver.app.session.secrets._timeout = 0.3
    url = driver.text("Authorization/Access Token URL")
    client_id, secret = driver.text("Authorization/Client ID"), client_secret(driver).reveal()
    environment = driver.app.current.environment
    assert environment is not None
    driver.trigger("New Environment...")
    driver.type("Name", "Mine", driver.dialog())
    driver.type("Tenant URL", environment.tenant_url, driver.dialog())
    driver.press("Save", driver.dialog())
    driver.press("Close", driver.dialog())
    driver.type("Authorization/Access Token URL", url)
    driver.type("Authorization/Client ID", client_id)
    driver.type("Authorization/Client Secret", secret)
    driver.press("Authorization/Get New Access Token")
    driver.wait_for("Authorization/Access Token")
    field = driver.find("Authorization/Client Secret").parentWidget()
    words = WORDS[type(backend)]
    driver.wait(lambda: words in " ".join(each.text() for each in field.findChildren(QLabel)))
    assert backend.kept == {}
    assert not isinstance(backend, PlainFileKeyring) or not backend.path.exists()
    driver.type("Request/Request URL", "{{odata}}/EmployeeSample?$top=1")
    driver.send()
    assert driver.text("Response/Status") == "200 OK"


def test_a_copy_and_a_deleted_one_say_what_became_of_the_secrets(
    start: Callable[..., Driver], backend: MemoryKeyring
) -> None:
    driver = start()
    driver.app.session.secrets._timeout = 0.3
    driver.app.session.environments.put(Environment("1", "Mine", "https://h"))
    driver.app.wiring.environments.show_first()
    driver.trigger("Manage Environments...")
    manager = driver.dialog()
    driver.type("Client Secret", "a secret of more than twenty characters", manager)
    driver.press("Save", manager)
    driver.wait(lambda: WORDS[type(backend)] in manager.state.text())  # type: ignore[attr-defined]
    driver.press("Duplicate", manager)
    readable = isinstance(backend, SmallKeyring)
    if readable:
        driver.wait(lambda: "this session only" in manager.state.text())  # type: ignore[attr-defined]
    else:
        driver.wait(lambda: sees(driver, manager, "could be copied"))
    driver.press("Delete", manager)
    driver.press("Delete", manager)
    if readable:
        driver.wait(lambda: "also from the keychain" in manager.state.text())  # type: ignore[attr-defined]
    else:
        driver.wait(lambda: sees(driver, manager, "may still be in the keychain"))
        assert WORDS[type(backend)] in driver.find("Problem", manager).accessibleDescription()
        assert driver.sees_in(manager, "Try again")
    assert [each.name for each in driver.app.session.environments.all] == ["Mine"]


def sees(driver: Driver, manager: QDialog, words: str) -> bool:
    """Whether the problem that the manager shows has the words."""
    if not driver.sees_in(manager, "Problem"):
        return False
    return words in driver.find("Problem", manager).accessibleDescription()
