"""Get New Access Token and Use Token, against the demo tenant in its own process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment, SecretKind
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.ui.authorization.controller import AuthorizationController
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.workbench.session import Session
from tests.store.memory_keyring import MemoryKeyring, name_of
from tests.ui.conftest import PATIENCE


@dataclass
class Login:
    """Everything that a token needs, without the rest of the window."""

    session: Session
    current: Current
    panel: AuthorizationPanel
    controller: AuthorizationController
    backend: MemoryKeyring
    secret: Secret


@pytest.fixture(scope="module")
def tenant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Environment, Secret]]:
    root = tmp_path_factory.mktemp("tenant")
    session = Session(Places(root, root / "cache"), Keychain(accepted=()))
    addresses = session.loop.run(lambda: session.open_demo("--rows", "100"), 30)
    mine = replace(addresses.environment(), id="1", name="Mine", transient=False)
    yield mine, addresses.clients[0].secret
    session.close()


@pytest.fixture
def login(
    tenant: tuple[Environment, Secret],
    tmp_path: Path,
    qapp: QApplication,
    clipboard: SecretClipboard,
    shown: Callable[[QWidget], QWidget],
) -> Iterator[Login]:
    environment, secret = tenant
    backend = MemoryKeyring()
    keychain = Keychain(accepted=(name_of(MemoryKeyring),), backend=lambda: backend)
    session = Session(Places(tmp_path / "config", tmp_path / "cache"), keychain)
    session.environments.put(environment)
    current, panel = Current(), AuthorizationPanel(clipboard, session.clock)
    shown(panel)
    controller = AuthorizationController(session, Bridge(session), current, panel)
    current.environment_changed.connect(controller.show_environment)
    current.token_changed.connect(controller.show_token)
    current.show_environment(environment)
    yield Login(session, current, panel, controller, backend, secret)
    session.close()


def get_token(login: Login, qtbot: QtBot, secret: Secret) -> None:
    login.panel.show_secret(secret)
    with qtbot.waitSignal(login.controller.got, timeout=PATIENCE):
        login.controller.get_token()


def test_a_token_comes_and_its_secret_is_kept(login: Login, qtbot: QtBot) -> None:
    get_token(login, qtbot, login.secret)
    assert login.panel.card.has_token()
    qtbot.waitUntil(lambda: bool(login.backend.kept), timeout=PATIENCE)
    assert login.backend.kept == {("k2bench", "1/client_secret"): login.secret.reveal()}
    qtbot.waitUntil(
        lambda: "keychain" in login.panel.fields["Client Secret"].message(), timeout=PATIENCE
    )


def test_use_token_pins_it(login: Login, qtbot: QtBot) -> None:
    get_token(login, qtbot, login.secret)
    token = login.session.tokens.held()[0].token
    login.controller.use(token)
    assert login.current.token is token
    environment = login.current.environment
    assert environment is not None
    assert login.session.tokens.pinned("1", environment.scope) is token
    assert login.panel.card.use.text() == "In use"


def test_a_refusal_is_explained_and_nothing_typed_is_lost(login: Login, qtbot: QtBot) -> None:
    login.panel.show_secret(Secret("wrong"))
    with qtbot.waitSignal(login.controller.failed, timeout=PATIENCE):
        login.controller.get_token()
    assert "refused these credentials" in login.panel.banner.accessibleDescription()
    assert login.panel.oauth.secret.secret() == Secret("wrong")
    assert login.panel.get_token.isVisible()


def test_what_cannot_be_sent_is_refused_before_anything_is_asked(login: Login) -> None:
    login.panel.oauth.client_id.clear()
    login.panel.show_secret(login.secret)
    login.controller.get_token()
    assert "client id is missing" in login.panel.banner.accessibleDescription()
    assert login.panel.fields["Client ID"].message()


def test_an_edit_is_saved_when_its_field_is_left_and_valid(login: Login) -> None:
    login.panel.show_secret(login.secret)
    login.panel.oauth.client_id.setText(" idt.cc.other ")
    login.controller.save_edit()
    saved = login.session.environments.get("1")
    assert saved is not None
    assert saved.client_id == "idt.cc.other"
    login.panel.oauth.token_url.setText("half typed")
    login.controller.save_edit()
    assert login.session.environments.get("1") == saved
    assert login.panel.oauth.token_url.text() == "half typed"


def test_the_scope_of_scim_is_saved_as_that(login: Login, qtbot: QtBot) -> None:
    login.panel.show_secret(login.secret)
    login.panel.oauth.scope.setCurrentIndex(1)
    login.panel.oauth.scope.activated.emit(1)
    login.panel.oauth.scope.setCurrentText("https://scim.example/write")
    login.controller.save_edit()
    saved = login.session.environments.get("1")
    assert saved is not None
    assert saved.scim_scope == "https://scim.example/write"
    assert saved.scope == "https://api.k2.com/"


def test_a_late_answer_for_another_environment_is_dropped(login: Login, qtbot: QtBot) -> None:
    login.panel.show_secret(login.secret)
    with qtbot.assertNotEmitted(login.controller.got, wait=300):
        login.controller.get_token()
        login.current.show_environment(Environment("2", "Other"))
    assert not login.panel.card.has_token()
    assert login.panel.get_token.isVisible()


def test_the_secret_of_an_environment_is_read_from_the_keychain(login: Login, qtbot: QtBot) -> None:
    login.backend.set_password("k2bench", f"2/{SecretKind.CLIENT}", "kept before")
    login.current.show_environment(Environment("2", "Other", token_url="https://l/t"))
    secret = login.panel.oauth.secret
    qtbot.waitUntil(lambda: secret.secret() == Secret("kept before"), timeout=PATIENCE)


def test_a_change_from_elsewhere_is_shown_and_what_is_half_typed_stays(login: Login) -> None:
    environment = login.current.environment
    assert environment is not None
    login.panel.oauth.token_url.setText("half typed")
    login.current.show_environment(replace(environment, colour="red"))
    assert login.panel.oauth.token_url.text() == "half typed"
    login.current.show_environment(replace(environment, token_url="https://new/connect/token"))
    assert login.panel.oauth.token_url.text() == "https://new/connect/token"


def test_another_login_has_no_token_yet(login: Login, qtbot: QtBot) -> None:
    get_token(login, qtbot, login.secret)
    login.controller.use(login.session.tokens.held()[0].token)
    login.panel.oauth.client_id.setText("idt.cc.other")
    login.controller.save_edit()
    assert login.current.token is None
    assert not login.panel.card.has_token()


def test_what_was_saved_elsewhere_is_what_a_token_is_asked_with(login: Login, qtbot: QtBot) -> None:
    get_token(login, qtbot, Secret(login.secret.reveal()))
    environment = login.current.environment
    assert environment is not None
    changed = replace(environment, scope="other", extra=(("audience", "x"),))
    login.session.environments.put(changed)
    login.session.loop.run(
        lambda: login.session.secrets.keep("1", SecretKind.CLIENT, Secret("newer")), 20
    )
    login.current.show_environment(changed)
    login.controller.reload("1")
    secret = login.panel.oauth.secret
    qtbot.waitUntil(lambda: secret.secret() == Secret("newer"), timeout=PATIENCE)
    typed = login.panel.oauth.credentials()
    assert (typed.scope, typed.extra) == ("other", (("audience", "x"),))


def test_a_typed_secret_stays_when_none_was_saved(login: Login, qtbot: QtBot) -> None:
    qtbot.keyClicks(login.panel.oauth.secret, "typed")
    login.controller.reload("1")
    qtbot.waitUntil(login.controller._bridge.is_idle, timeout=PATIENCE)
    assert login.panel.oauth.secret.secret() == Secret("typed")


def test_a_typed_secret_is_there_again_with_its_environment(login: Login, qtbot: QtBot) -> None:
    mine = login.current.environment
    qtbot.keyClicks(login.panel.oauth.secret, "typed")
    login.current.show_environment(Environment("2", "Other"))
    assert login.panel.oauth.secret.secret() == Secret("")
    login.current.show_environment(mine)
    assert login.panel.oauth.secret.secret() == Secret("typed")


def test_a_field_is_saved_while_others_are_still_blank(login: Login) -> None:
    environment = login.current.environment
    assert environment is not None
    login.panel.oauth.secret.show_secret(None)
    login.panel.oauth.token_url.clear()
    login.panel.oauth.client_id.setText("idt.cc.other")
    login.controller.save_edit()
    saved = login.session.environments.get("1")
    assert saved == replace(environment, client_id="idt.cc.other")


def test_where_a_secret_is_kept_is_said_of_this_environment_only(
    login: Login, qtbot: QtBot
) -> None:
    get_token(login, qtbot, login.secret)
    hint = login.panel.fields["Client Secret"].message
    qtbot.waitUntil(lambda: "keychain" in hint(), timeout=PATIENCE)
    login.current.show_environment(Environment("2", "Other", token_url="https://l/t"))
    qtbot.waitUntil(login.controller._bridge.is_idle, timeout=PATIENCE)
    assert hint() == ""


def test_a_login_in_the_url_is_left_out_and_said_and_the_secret_stays(login: Login) -> None:
    login.panel.show_secret(Secret("typed"))
    login.panel.oauth.token_url.setText(" https://user:pw@login.example/connect/token")
    login.controller.save_edit()
    assert login.panel.oauth.token_url.text() == "https://login.example/connect/token"
    assert "user name and password" in login.panel.fields["Access Token URL"].message()
    assert login.panel.oauth.secret.secret() == Secret("typed")
    saved = login.session.environments.get("1")
    assert saved is not None
    assert saved.token_url == "https://login.example/connect/token"
