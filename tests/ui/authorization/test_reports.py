from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.credentials import ClientCredentials
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.secret import Secret
from k2bench.ui.authorization.endpoint_dialog import EndpointDialog
from k2bench.ui.authorization.inspector_dialog import InspectorDialog
from k2bench.ui.authorization.reports import Reports
from k2bench.ui.authorization.tokens_dialog import TokensDialog
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.workbench.session import Session
from k2bench.workbench.token_source import credentials_of
from tests.ui.conftest import PATIENCE


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def reports(
    session: Session, bridge: Bridge, parent: QWidget, qtbot: QtBot
) -> tuple[Reports, ClientCredentials]:
    session.warm_up()
    addresses = session.loop.run(lambda: session.open_demo("--rows", "10"), 30)
    environment = addresses.environment()
    session.environments.put(environment)
    secret = session.secrets.remembered(environment.id, SecretKind.CLIENT)
    assert secret is not None
    credentials = credentials_of(environment, secret)
    session.loop.run(lambda: session.tokens.acquire(environment.id, credentials), 20)
    current = Current()
    current.show_environment(environment)
    current.show_token(environment.id, session.tokens.held()[0].token)
    return Reports(session, bridge, current, parent), credentials


def opened(parent: QWidget, kind: type[QDialog]) -> QDialog:
    return parent.findChildren(kind)[-1]


def test_the_endpoint_is_checked(
    reports: tuple[Reports, ClientCredentials], parent: QWidget, qtbot: QtBot
) -> None:
    made, credentials = reports
    made.check_endpoint(credentials)
    dialog = opened(parent, EndpointDialog)
    assert isinstance(dialog, EndpointDialog)
    qtbot.waitUntil(lambda: dialog.raw.lines.count() > 1, timeout=PATIENCE)
    assert "fail" not in dialog.checks.accessibleDescription()
    dialog.close()
    made.check_endpoint(replace(credentials, token_url="http://127.0.0.1:1/connect/token"))
    refused = opened(parent, EndpointDialog)
    assert isinstance(refused, EndpointDialog)
    qtbot.waitUntil(refused.banner.isVisible, timeout=PATIENCE)


def test_the_token_is_inspected_and_verified(
    reports: tuple[Reports, ClientCredentials], parent: QWidget, qtbot: QtBot
) -> None:
    made, credentials = reports
    made.inspect_current()
    dialog = opened(parent, InspectorDialog)
    assert isinstance(dialog, InspectorDialog)
    qtbot.waitUntil(lambda: bool(dialog.signature.text()), timeout=PATIENCE)
    assert dialog.signature.text() == "Signature verified"
    assert dialog.pages.names() == ("Claims", "JSON", "Request", "Answer")
    assert credentials.client_secret.reveal() not in dialog.request.toPlainText()


def test_a_closed_dialog_is_not_written_to(
    reports: tuple[Reports, ClientCredentials], parent: QWidget, bridge: Bridge, qtbot: QtBot
) -> None:
    made, credentials = reports
    made.check_endpoint(credentials)
    opened(parent, EndpointDialog).close()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_the_tokens_are_listed(reports: tuple[Reports, ClientCredentials], parent: QWidget) -> None:
    made, _ = reports
    made.show_tokens()
    dialog = opened(parent, TokensDialog)
    assert isinstance(dialog, TokensDialog)
    assert dialog.table.rowCount() == 1
    assert Secret(dialog.table.item(0, 0).text()) == Secret("Demo tenant")


def test_a_token_is_judged_against_its_own_environment(
    reports: tuple[Reports, ClientCredentials], session: Session, parent: QWidget, qtbot: QtBot
) -> None:
    made, _ = reports
    made._current.show_environment(Environment("2", "Other", "https://h", "https://l/t", "other"))
    made.inspect(session.tokens.held()[0].token)
    dialog = opened(parent, InspectorDialog)
    assert isinstance(dialog, InspectorDialog)
    qtbot.waitUntil(lambda: bool(dialog.signature.text()), timeout=PATIENCE)
    assert dialog.signature.text() == "Signature verified"
    dialog.close()


def test_without_a_token_in_use_the_newest_is_inspected_or_the_list_shown(
    reports: tuple[Reports, ClientCredentials], session: Session, parent: QWidget
) -> None:
    made, _ = reports
    environment = made._current.environment
    assert environment is not None
    made._current.show_token(environment.id, None)
    made.inspect_current()
    assert parent.findChildren(InspectorDialog)
    session.tokens.forget(environment.id)
    made.inspect_current()
    assert parent.findChildren(TokensDialog)
