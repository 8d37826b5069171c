from collections.abc import Callable
from dataclasses import replace

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment, SecretKind, Variable
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.environments.controller import EnvironmentsController
from k2bench.ui.environments.manager import EnvironmentManager
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.workbench.session import Session
from tests.store.memory_keyring import MemoryKeyring
from tests.ui.conftest import PATIENCE

DEV = Environment("1", "Dev", "https://h")
TEST = Environment("2", "Test", "https://t")


@pytest.fixture
def current() -> Current:
    return Current()


@pytest.fixture
def controller(session: Session, bridge: Bridge, current: Current) -> EnvironmentsController:
    return EnvironmentsController(session, bridge, current)


@pytest.fixture
def manager(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> EnvironmentManager:
    made = EnvironmentManager(clipboard)
    shown(made)
    return made


def save(manager: EnvironmentManager, environment: Environment, secret: str = "") -> None:
    secrets = {SecretKind.CLIENT: Secret(secret)}
    manager.save_requested.emit(environment, secrets)


def with_secret(session: Session, backend: MemoryKeyring) -> None:
    """One environment is kept, its secret in the keychain."""
    backend.set_password("k2bench", "1/client_secret", "s3cret")
    session.environments.put(DEV)


def put_in_the_way_of(session: Session) -> None:
    """No file of the configuration can be written any more."""
    folder = session.places.config
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("in the way")


def replace_text(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def press(manager: EnvironmentManager, name: str) -> None:
    buttons = manager.findChildren(QAbstractButton)
    next(each for each in buttons if each.accessibleName() == name and each.isVisible()).click()


def test_the_last_choice_is_the_first_shown(
    session: Session, controller: EnvironmentsController, current: Current
) -> None:
    session.environments.put(DEV)
    session.environments.put(TEST)
    controller.choose("2")
    later = Current()
    EnvironmentsController(session, Bridge(session), later).show_first()
    assert later.environment == TEST == current.environment


def test_a_new_one_is_saved_with_its_secret_and_becomes_current(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    current: Current,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    controller.manage(manager, new=True)
    save(manager, Environment("", "Dev", "https://h"), "s3cret")
    qtbot.waitUntil(lambda: "keychain" in manager.state.text(), timeout=PATIENCE)
    made = session.environments.all[0]
    assert current.environment == made
    assert backend.kept == {("k2bench", f"{made.id}/client_secret"): "s3cret"}
    save(manager, Environment("", "dev"))
    assert len(session.environments.all) == 1
    assert "already" in manager.editor.fields["Name"].message()


def test_a_copy_has_the_same_secrets_and_a_deleted_one_has_none(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    current: Current,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    with_secret(session, backend)
    controller.manage(manager, new=False)
    client = manager.editor.secrets_[SecretKind.CLIENT]
    qtbot.waitUntil(lambda: client.text() == "s3cret", timeout=PATIENCE)
    manager.duplicate_requested.emit("1")
    copied = session.environments.all[1]
    assert copied.name == "Dev copy"
    qtbot.waitUntil(
        lambda: ("k2bench", f"{copied.id}/client_secret") in backend.kept, timeout=PATIENCE
    )
    manager.delete_requested.emit("1")
    qtbot.waitUntil(lambda: ("k2bench", "1/client_secret") not in backend.kept, timeout=PATIENCE)
    assert session.environments.all == (copied,)
    assert current.environment == copied


def test_a_secret_that_comes_late_goes_into_its_own_form_only(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    with_secret(session, backend)
    session.environments.put(TEST)
    controller.manage(manager, new=False)
    manager.chosen.emit("2")  # before the keychain has answered
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert manager.editor.environment().id == "2"
    assert manager.editor.secrets() == {}


def test_saving_before_the_keychain_has_answered_forgets_nothing(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    with_secret(session, backend)
    controller.manage(manager, new=False)
    manager.save.click()
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert backend.kept == {("k2bench", "1/client_secret"): "s3cret"}
    assert manager.editor.secrets()[SecretKind.CLIENT] == Secret("s3cret")


def test_close_does_not_speak_of_unsaved_work_while_it_is_being_saved(
    session: Session, controller: EnvironmentsController, manager: EnvironmentManager
) -> None:
    session.environments.put(replace(DEV, variables=(Variable("a", "1"),)))
    controller.manage(manager, new=False)
    manager.editor.edited.emit()
    manager.save.click()
    manager.close_.click()  # the keychain has not answered yet
    assert manager.isHidden()


def test_closing_the_window_leaves_the_work_to_its_end(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    bridge: Bridge,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    controller.manage(manager, new=True)
    save(manager, Environment("", "Dev", "https://h"), "s3cret")
    manager.accept()
    qtbot.waitUntil(lambda: bool(backend.kept), timeout=PATIENCE)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_a_failed_save_is_told_and_the_choice_holds(
    session: Session, controller: EnvironmentsController, current: Current, qtbot: QtBot
) -> None:
    session.environments.put(DEV)
    session.environments.put(TEST)
    put_in_the_way_of(session)
    with qtbot.waitSignal(controller.failed) as failed:
        controller.choose("2")
    assert "could not be saved" in failed.args[0].title
    assert current.environment == TEST
    assert session.environments.current == TEST


@pytest.mark.parametrize(("name", "words"), [("DEV", "already"), ("  ", "no name")])
def test_a_name_that_cannot_be_saves_nothing_and_keeps_what_was_typed(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    backend: MemoryKeyring,
    qtbot: QtBot,
    name: str,
    words: str,
) -> None:
    session.environments.put(DEV)
    session.environments.put(TEST)
    session.environments.select("2")
    controller.manage(manager, new=False)
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    replace_text(qtbot, manager.editor.lines["Name"], name)
    qtbot.keyClicks(manager.editor.secrets_[SecretKind.CLIENT], "s3cret")
    manager.save.click()
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert words in manager.editor.fields["Name"].message()
    assert manager.state.text() == "Not saved"
    assert manager.editor.secrets()[SecretKind.CLIENT] == Secret("s3cret")
    assert manager.editor.lines["Name"].text() == name
    assert session.environments.all == (DEV, TEST)
    assert backend.kept == {}


def test_a_file_that_cannot_be_written_is_told_and_the_change_holds(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    qtbot: QtBot,
) -> None:
    session.environments.put(DEV)
    controller.manage(manager, new=False)
    put_in_the_way_of(session)
    replace_text(qtbot, manager.editor.lines["Name"], "Development")
    manager.save.click()
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert session.environments.all == (replace(DEV, name="Development"),)
    assert "could not be saved" in manager.banner.accessibleDescription()
    assert manager.banner.isVisible()
    assert "until k2bench is closed" in manager.state.text()
    manager.delete_requested.emit("1")
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert session.environments.all == ()
    assert manager.banner.isVisible()


def test_a_copy_has_every_kind_of_secret_and_says_where_they_are(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    source = replace(DEV, variables=(Variable("key", secret=True),))
    session.environments.put(source)
    kinds = (*SecretKind, "variable/key")
    for kind in kinds:
        backend.set_password("k2bench", f"1/{kind}", f"the {kind}")
    controller.manage(manager, new=False)
    manager.duplicate_requested.emit("1")
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    copied = session.environments.all[1]
    for kind in kinds:
        assert backend.kept["k2bench", f"{copied.id}/{kind}"] == f"the {kind}"
    assert manager.state.text() == "Duplicated. Its secrets are in the keychain."
    assert manager.editor.secrets()[SecretKind.CLIENT] == Secret("the client_secret")


def test_what_is_typed_into_a_copy_stays_when_its_secrets_come(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    with_secret(session, backend)
    controller.manage(manager, new=False)
    manager.duplicate_requested.emit("1")
    replace_text(qtbot, manager.editor.lines["Tenant URL"], "https://other")
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert manager.editor.lines["Tenant URL"].text() == "https://other"
    assert "not saved" in manager.state.text()
    assert manager.editor.secrets()[SecretKind.CLIENT] == Secret("s3cret")


def test_a_copy_that_cannot_be_written_is_told_and_holds(
    session: Session,
    controller: EnvironmentsController,
    manager: EnvironmentManager,
    qtbot: QtBot,
) -> None:
    session.environments.put(DEV)
    controller.manage(manager, new=False)
    put_in_the_way_of(session)
    manager.duplicate_requested.emit("1")
    qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
    assert [each.name for each in session.environments.all] == ["Dev", "Dev copy"]
    assert "could not be saved" in manager.banner.accessibleDescription()
    assert "until k2bench is closed" in manager.state.text()


class Shut(MemoryKeyring):
    """A keychain that is locked for the time being."""

    def __init__(self) -> None:
        super().__init__()
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return super().get_password(service, username)


Shut.__module__, Shut.__qualname__ = MemoryKeyring.__module__, MemoryKeyring.__qualname__


class TestLocked:
    @pytest.fixture
    def backend(self) -> Shut:
        made = Shut()
        made.set_password("k2bench", "1/client_secret", "s3cret")
        made.locked = True
        return made

    def test_deleting_says_that_secrets_may_still_be_there_and_tries_again(
        self,
        session: Session,
        controller: EnvironmentsController,
        manager: EnvironmentManager,
        backend: Shut,
        qtbot: QtBot,
    ) -> None:
        session.environments.put(DEV)
        session.secrets.remember("1", SecretKind.SCIM_TOKEN, Secret("known"))
        controller.manage(manager, new=False)
        manager.delete_requested.emit("1")
        qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
        assert session.environments.all == ()
        assert session.secrets.remembered("1", SecretKind.SCIM_TOKEN) is None
        words = manager.banner.accessibleDescription()
        assert "“Dev” is deleted; its secrets may still be in the keychain" in words
        assert "locked" in words
        backend.locked = False
        press(manager, "Try again")
        qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
        assert backend.kept == {}
        assert not manager.banner.isVisible()
        assert manager.state.text() == "“Dev” is deleted, also from the keychain."

    def test_a_manager_that_was_closed_does_not_swallow_it(
        self,
        session: Session,
        controller: EnvironmentsController,
        manager: EnvironmentManager,
        qtbot: QtBot,
    ) -> None:
        session.environments.put(DEV)
        controller.manage(manager, new=False)
        with qtbot.waitSignal(controller.failed, timeout=PATIENCE) as failed:
            manager.delete_requested.emit("1")
            manager.accept()
        assert "may still be in the keychain" in failed.args[0].title
        assert failed.args[0].steps == ()

    def test_a_copy_says_what_could_not_be_copied(
        self,
        session: Session,
        controller: EnvironmentsController,
        manager: EnvironmentManager,
        qtbot: QtBot,
    ) -> None:
        session.environments.put(DEV)
        session.secrets.remember("1", SecretKind.SCIM_TOKEN, Secret("known"))
        controller.manage(manager, new=False)
        manager.duplicate_requested.emit("1")
        qtbot.waitUntil(controller._bridge.is_idle, timeout=PATIENCE)
        words = manager.banner.accessibleDescription()
        assert "Not all secrets of “Dev” could be copied" in words
        assert "locked" in words
        where = "Duplicated. Secrets are kept for this session only. The keychain is locked."
        assert manager.state.text() == where
        assert manager.editor.secrets() == {SecretKind.SCIM_TOKEN: Secret("known")}
