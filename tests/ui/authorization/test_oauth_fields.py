from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.credentials import ClientAuth
from k2bench.core.environment import Environment
from k2bench.core.secret import Secret
from k2bench.ui.authorization.oauth_fields import OAuthFields
from k2bench.ui.kit.clipboard import SecretClipboard

DEV = Environment(
    "1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x", "basic", extra=(("a", "b"),)
)


@pytest.fixture
def fields(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> OAuthFields:
    made = OAuthFields(clipboard)
    shown(made)
    made.show_environment(DEV, Secret("s3cret"))
    return made


def test_the_fields_hold_an_environment_and_give_it_back(fields: OAuthFields) -> None:
    got = fields.credentials()
    assert (got.token_url, got.client_id, got.scope) == (DEV.token_url, "idt.cc.x", DEV.scope)
    assert got.client_secret == Secret("s3cret")
    assert got.client_auth is ClientAuth.BASIC
    assert got.extra == (("a", "b"),)
    assert fields.placement.currentText() == "Send as Basic Auth header"


def test_the_scopes_are_listed_by_api(fields: OAuthFields, qtbot: QtBot) -> None:
    items = [fields.scope.itemText(i) for i in range(fields.scope.count())]
    assert items == [DEV.scope, DEV.scim_scope]
    assert fields.scope.itemData(1, Qt.ItemDataRole.ToolTipRole) == "SCIM"
    assert not fields.is_scim_scope()
    with qtbot.waitSignal(fields.edited):
        fields.scope.setCurrentIndex(1)
        fields.scope.activated.emit(1)
    assert fields.is_scim_scope()
    assert fields.credentials().scope == DEV.scim_scope
    fields.show_scopes(replace(DEV, scim_scope="other"))
    assert fields.credentials().scope == DEV.scim_scope  # what is chosen stays


def test_without_an_environment_the_fields_are_off(fields: OAuthFields) -> None:
    fields.show_environment(None, None)
    assert not fields.client_id.isEnabled()
    assert fields.credentials().token_url == ""
