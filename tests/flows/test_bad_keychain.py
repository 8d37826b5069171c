"""A keychain that is absent, locked, hanging or too small never stops the work: it is said."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel

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
    SmallKeyring: "No keychain",
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
