from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.onboarding.controller import OnboardingController, open_link
from k2bench.ui.onboarding.panel import OnboardingDialog
from k2bench.workbench.session import Session
from tests.store.memory_keyring import MemoryKeyring
from tests.ui.conftest import PATIENCE


@pytest.fixture
def dialog(
    session: Session,
    bridge: Bridge,
    clipboard: SecretClipboard,
    shown: Callable[[QWidget], QWidget],
) -> OnboardingDialog:
    made = OnboardingDialog(clipboard, Environment("", ""), None)
    shown(made)
    controller = OnboardingController(session, bridge)
    controller.serve(made)
    made.controller = controller  # type: ignore[attr-defined]  # kept alive with the dialog
    return made


def test_three_green_lights_with_the_demo_tenant(
    session: Session, dialog: OnboardingDialog, backend: MemoryKeyring, qtbot: QtBot
) -> None:
    session.warm_up()
    addresses = session.loop.run(lambda: session.open_demo("--rows", "10"), 30)
    environment = addresses.environment()
    dialog.name.setText("Mine")
    dialog.tenant.setText(environment.tenant_url)
    dialog.secret.show_secret(addresses.clients[0].secret)
    dialog.client_id.setText(environment.client_id)
    dialog.token_url.setText(environment.token_url)
    dialog.test.click()
    qtbot.waitUntil(dialog.test.isEnabled, timeout=PATIENCE)
    assert dialog.lamps.accessibleDescription().count(": works.") == 3
    saved = session.environments.all[0]
    assert saved.name == "Mine"
    qtbot.waitUntil(lambda: bool(backend.kept), timeout=PATIENCE)
    assert list(backend.kept.values()) == [addresses.clients[0].secret.reveal()]


def test_a_name_that_is_taken_keeps_what_was_typed(
    session: Session, dialog: OnboardingDialog, qtbot: QtBot
) -> None:
    session.environments.put(Environment("1", "Mine"))
    dialog.name.setText("mine")
    dialog.generate.click()
    dialog.keep.click()
    assert "already" in dialog.fields["Name"].message()
    assert len(session.environments.all) == 1
    dialog.test.click()
    assert dialog.test.isEnabled()


def test_saving_again_changes_the_same_environment(
    session: Session, dialog: OnboardingDialog, qtbot: QtBot
) -> None:
    dialog.name.setText("Mine")
    dialog.generate.click()
    dialog.keep.click()
    first = session.environments.all[0]
    dialog.client_id.setText("idt.cc.x")
    dialog.keep.click()
    assert session.environments.all == (replace(first, client_id="idt.cc.x"),)


@pytest.mark.parametrize(("name", "words"), [("DEV", "already"), ("  ", "no name")])
def test_a_saved_one_is_not_renamed_to_a_name_that_cannot_be(
    session: Session, dialog: OnboardingDialog, qtbot: QtBot, name: str, words: str
) -> None:
    session.environments.put(Environment("1", "Dev"))
    dialog.generate.click()
    dialog.keep.click()
    assert dialog.name.text() == "My tenant"
    kept = session.environments.all
    dialog.name.setText(name)
    dialog.test.click()
    assert words in dialog.fields["Name"].message()
    assert session.environments.all == kept
    assert not dialog.kept.isVisible()
    assert dialog.test.isEnabled()
    assert dialog.name.text() == name


def test_a_file_that_cannot_be_written_is_told_and_the_environment_holds(
    session: Session, dialog: OnboardingDialog
) -> None:
    session.places.config.write_text("in the way")
    dialog.name.setText("Mine")
    dialog.generate.click()
    dialog.keep.click()
    assert "could not be saved" in dialog.banner.accessibleDescription()
    assert session.environments.current == session.environments.all[0]
    assert "until k2bench is closed" in dialog.kept.text()


def test_only_web_addresses_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for url in ("https://h/x", "file:///etc/passwd", "javascript:1", "http://h/"):
        open_link(url)
    assert opened == ["https://h/x", "http://h/"]
