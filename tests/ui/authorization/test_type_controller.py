from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.auth_type import AuthType
from k2bench.core.authorization import BasicAuth, BearerAuth, OAuth2
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.authorization.type_controller import AuthTypeController
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.workbench.session import Session
from tests.store.memory_keyring import LockedKeyring, MemoryKeyring, name_of
from tests.ui.conftest import PATIENCE

DEV = Environment("1", "Dev", "https://h")


@pytest.fixture
def current() -> Current:
    return Current()


@pytest.fixture
def panel(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> AuthorizationPanel:
    made = AuthorizationPanel(clipboard, lambda: 0.0)
    shown(made)
    return made


@pytest.fixture
def controller(
    session: Session, bridge: Bridge, current: Current, panel: AuthorizationPanel
) -> AuthTypeController:
    made = AuthTypeController(session, bridge, current, panel)
    current.environment_changed.connect(made.show)
    current.request_auth_changed.connect(made.show)
    session.environments.put(DEV)
    current.show_environment(DEV)
    return made


def choose(panel: AuthorizationPanel, kind: AuthType) -> None:
    panel.type.setCurrentText(kind.value)
    panel.type.activated.emit(panel.type.currentIndex())


def test_a_type_of_the_environment_is_saved_and_its_secret_kept(
    session: Session,
    controller: AuthTypeController,
    panel: AuthorizationPanel,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    choose(panel, AuthType.BASIC)
    panel.others.names["Username"].setText("user")
    panel.others.secrets["Password"].show_secret(Secret("p4ss"))
    controller.save_edit()
    saved = session.environments.get("1")
    assert saved == replace(DEV, auth_type=AuthType.BASIC, auth_name="user")
    qtbot.waitUntil(lambda: bool(backend.kept), timeout=PATIENCE)
    assert backend.kept == {("k2bench", f"1/{SecretKind.BASIC}"): "p4ss"}


def test_a_request_of_its_own_and_back(
    session: Session,
    controller: AuthTypeController,
    panel: AuthorizationPanel,
    current: Current,
) -> None:
    panel.show_auth(BearerAuth(Secret("t")), own=True)
    controller.save_edit()
    assert current.request_auth == BearerAuth(Secret("t"))
    assert session.environments.get("1") == DEV
    panel.own.setChecked(False)
    controller.save_edit()
    assert current.request_auth is None
    assert panel.auth() == OAuth2()


def test_the_environments_secret_is_shown_when_it_is_known(
    session: Session,
    controller: AuthTypeController,
    panel: AuthorizationPanel,
    current: Current,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    backend.set_password("k2bench", f"2/{SecretKind.BASIC}", "p4ss")
    current.show_environment(
        Environment("2", "Basic", "https://h", auth_type=AuthType.BASIC, auth_name="user")
    )
    expected = BasicAuth("user", Secret("p4ss"))
    qtbot.waitUntil(lambda: panel.auth() == expected, timeout=PATIENCE)
    assert not panel.own.isChecked()


def test_each_type_has_a_secret_of_its_own_and_an_emptied_one_is_forgotten(
    session: Session,
    controller: AuthTypeController,
    panel: AuthorizationPanel,
    bridge: Bridge,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    panel.auth_edited.connect(controller.save_edit)
    choose(panel, AuthType.BEARER)
    token = panel.others.secrets["Token"]
    qtbot.keyClicks(token, "b3arer")
    token.editingFinished.emit()
    kept = {("k2bench", f"1/{SecretKind.BEARER}"): "b3arer"}
    qtbot.waitUntil(lambda: backend.kept == kept, timeout=PATIENCE)
    choose(panel, AuthType.BASIC)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert panel.auth() == BasicAuth("", Secret(""))
    assert backend.kept == kept
    choose(panel, AuthType.BEARER)
    qtbot.waitUntil(lambda: panel.auth() == BearerAuth(Secret("b3arer")), timeout=PATIENCE)
    token.selectAll()
    qtbot.keyClick(token, Qt.Key.Key_Delete)
    token.editingFinished.emit()
    qtbot.waitUntil(lambda: not backend.kept, timeout=PATIENCE)
    assert session.secrets.remembered("1", SecretKind.BEARER) is None


def test_a_secret_of_the_demo_tenant_is_kept_in_no_keychain(
    session: Session,
    controller: AuthTypeController,
    panel: AuthorizationPanel,
    current: Current,
    bridge: Bridge,
    backend: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    current.show_environment(Environment("demo", "Demo", transient=True, auth_type=AuthType.BEARER))
    panel.others.secrets["Token"].show_secret(Secret("b3arer"))
    controller.save_edit()
    key = ("demo", SecretKind.BEARER)
    qtbot.waitUntil(lambda: session.secrets.remembered(*key) == Secret("b3arer"), timeout=PATIENCE)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert backend.kept == {}


def test_where_a_secret_is_kept_is_said(
    controller: AuthTypeController, panel: AuthorizationPanel, current: Current, session: Session
) -> None:
    choose(panel, AuthType.BEARER)
    assert "keychain when you leave" in panel.others.kept()
    current.show_request_auth(BearerAuth(Secret("x")))
    assert "until k2bench is closed" in panel.others.kept()
    current.show_request_auth(None)
    current.show_environment(replace(DEV, transient=True, auth_type=AuthType.BEARER))
    assert "session only" in panel.others.kept()


class TestLocked:
    @pytest.fixture
    def keychain(self) -> Keychain:
        return Keychain(accepted=(name_of(LockedKeyring),), backend=LockedKeyring)

    def test_a_locked_keychain_is_said_below_the_field(
        self, controller: AuthTypeController, panel: AuthorizationPanel, qtbot: QtBot
    ) -> None:
        choose(panel, AuthType.BEARER)
        field = panel.others.secrets["Token"]
        field.setText("t0ken-from-elsewhere")
        field.setModified(True)
        controller.save_edit()
        qtbot.waitUntil(lambda: "session only" in panel.others.kept(), timeout=PATIENCE)
