from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment, SecretKind, Variable, WritePolicy
from k2bench.core.secret import Secret
from k2bench.ui.environments.editor import EnvironmentEditor
from k2bench.ui.kit.clipboard import SecretClipboard

WHOLE = Environment(
    "1",
    "Dev",
    "https://h",
    "https://l/connect/token",
    "idt.cc.x",
    "basic",
    "scope",
    scim_scope="scim scope",
    scim_url="https://scim",
    odata_url="https://n/svc",
    colour="violet",
    production=True,
    write_policy=WritePolicy.FORBIDDEN,
    variables=(Variable("a", "1"), Variable("b", secret=True)),
    extra=(("audience", "x=y"), ("resource", "z")),
    auth_name="kept",
)
SECRETS = {
    SecretKind.CLIENT: Secret("client secret"),
    SecretKind.SCIM_TOKEN: Secret("scim token"),
    "variable/b": Secret("b secret"),
}


@pytest.fixture
def editor(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> EnvironmentEditor:
    made = EnvironmentEditor(clipboard)
    shown(made)
    return made


def test_an_environment_comes_back_as_it_was(editor: EnvironmentEditor) -> None:
    editor.show_environment(WHOLE, dict(SECRETS))
    assert editor.environment() == WHOLE
    assert editor.secrets() == SECRETS


@pytest.mark.parametrize(
    ("typed", "words"),
    [("h", "should look like"), ("http://h", "Not https"), ("https://h", ""), ("", "")],
)
def test_urls_are_checked_as_they_are_typed(
    editor: EnvironmentEditor, qtbot: QtBot, typed: str, words: str
) -> None:
    editor.show_environment(Environment("", ""), {})
    qtbot.keyClicks(editor.lines["Access Token URL"], typed)
    message = editor.fields["Access Token URL"].message()
    assert words in message if words else message == ""


def test_the_secret_is_judged_and_production_is_never_free(editor: EnvironmentEditor) -> None:
    editor.show_environment(WHOLE, {SecretKind.CLIENT: Secret("x ")})
    assert "blank" in editor.fields["Client Secret"].message()
    editor.policy.setCurrentIndex(editor.policy.findData(WritePolicy.FREE))
    editor.check()
    assert "asks all the same" in editor.fields["Writes"].message()


def test_a_secret_that_is_not_known_yet_is_not_one_that_was_emptied(
    editor: EnvironmentEditor, qtbot: QtBot
) -> None:
    editor.show_environment(WHOLE, {})
    assert editor.secrets() == {}
    editor.show_secrets(dict(SECRETS))
    assert editor.secrets() == SECRETS
    field = editor.secrets_[SecretKind.CLIENT]
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert editor.secrets()[SecretKind.CLIENT] == Secret("")


def test_secrets_found_later_do_not_replace_what_was_typed(editor: EnvironmentEditor) -> None:
    editor.show_environment(WHOLE, {SecretKind.CLIENT: Secret("typed")})
    editor.show_secrets({SecretKind.CLIENT: Secret("found"), SecretKind.SCIM_TOKEN: Secret("t")})
    assert editor.secrets()[SecretKind.CLIENT] == Secret("typed")
    assert editor.secrets()[SecretKind.SCIM_TOKEN] == Secret("t")


def test_client_authentication_is_chosen_in_the_words_of_the_panel(
    editor: EnvironmentEditor, qtbot: QtBot
) -> None:
    editor.show_environment(WHOLE, {})
    box = editor.placement
    assert box.accessibleName() == "Client Authentication"
    assert box.currentText() == "Send as Basic Auth header"
    with qtbot.waitSignal(editor.edited):
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert box.currentText() == "Send client credentials in body"
    assert editor.environment().client_auth == "body"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("TEST", "There is an environment “Test” already"), ("", "no name"), ("Other", "")],
)
def test_the_name_is_checked_as_it_is_typed(
    editor: EnvironmentEditor, qtbot: QtBot, typed: str, words: str
) -> None:
    editor.show_others((WHOLE, Environment("2", "Test")))
    editor.show_environment(WHOLE, {})
    assert editor.fields["Name"].message() == ""
    line = editor.lines["Name"]
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, typed)
    message = editor.fields["Name"].message()
    assert words in message if words else message == ""


def test_an_empty_form_is_not_scolded_for_its_name(editor: EnvironmentEditor) -> None:
    editor.show_environment(Environment("", ""), {})
    editor.lines["Tenant URL"].textEdited.emit("https://h")
    assert editor.fields["Name"].message() == ""
    editor.show_error("Name", "The environment has no name. Give it one.")
    editor.lines["Tenant URL"].textEdited.emit("https://h")
    assert "no name" in editor.fields["Name"].message()


@pytest.mark.parametrize("name", ["Tenant URL", "OData base URL", "Access Token URL", "SCIM URL"])
def test_a_login_in_a_url_is_not_kept_and_said(editor: EnvironmentEditor, name: str) -> None:
    editor.lines[name].setText(" https://user:pw@h.example/x")
    editor.check()
    assert "user:pw" not in repr(editor.environment())
    assert "https://h.example/x" in repr(editor.environment())
    assert "are not kept" in editor.fields[name].message()
