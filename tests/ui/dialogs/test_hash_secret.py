import base64
import hashlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.hashing import secret_hash
from k2bench.core.secret import Secret
from k2bench.ui.dialogs.hash_secret import HashSecretDialog
from k2bench.ui.kit.clipboard import SecretClipboard


@pytest.fixture
def dialog(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> HashSecretDialog:
    made = HashSecretDialog(clipboard)
    shown(made)
    return made


def type_secret(qtbot: QtBot, dialog: HashSecretDialog, text: str) -> None:
    dialog.secret.clear()
    qtbot.keyClicks(dialog.secret, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my secret value I am not sharing", "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="),
        ("secret ", "w09jrl2x+dXv+fF0YX/SHP3YRQ0iQy6sDbM0yAw1U3A="),
    ],
)
def test_the_hash_is_live(qtbot: QtBot, dialog: HashSecretDialog, text: str, expected: str) -> None:
    type_secret(qtbot, dialog, text)
    assert dialog.hash.text() == expected
    assert dialog.hex.text() == base64.b64decode(expected).hex()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == expected
    assert dialog.secret.echoMode() is QLineEdit.EchoMode.Password


def test_a_blank_secret_has_no_hash(qtbot: QtBot, dialog: HashSecretDialog) -> None:
    assert not dialog.copy.isEnabled()
    type_secret(qtbot, dialog, "   ")
    assert dialog.hash.text() == ""
    assert "nothing to hash" in dialog.secret_field.message().lower()


def test_traps_are_said_below_the_secret(qtbot: QtBot, dialog: HashSecretDialog) -> None:
    type_secret(qtbot, dialog, "secret ")
    assert "blank" in dialog.secret_field.message()
    dialog.secret.setText("sécret")
    assert "ASCII" in dialog.secret_field.message()


def test_generate_fills_a_good_secret(qtbot: QtBot, dialog: HashSecretDialog) -> None:
    qtbot.mouseClick(dialog.generate, Qt.MouseButton.LeftButton)
    secret = dialog.secret.secret()
    assert len(secret) == 40
    assert dialog.hash.text() == secret_hash(secret)
    assert "safe place" in dialog.secret_field.message()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda d: base64.b64encode(d).decode(), "It matches"),
        (lambda d: d.hex(), "in hex"),
        (lambda d: base64.urlsafe_b64encode(d).decode().rstrip("="), "base64url"),
        (lambda d: base64.b64encode(hashlib.sha256(d).digest()).decode(), "another secret"),
        (lambda d: "hello", "no SHA-256 hash"),
    ],
)
def test_compare(
    qtbot: QtBot, dialog: HashSecretDialog, make: Callable[[bytes], str], words: str
) -> None:
    dialog.show_secret(Secret("my secret"))
    dialog.compared.setText(make(hashlib.sha256(b"my secret").digest()))
    assert words in dialog.compare_field.message()


def test_compare_without_a_secret_asks_for_it(dialog: HashSecretDialog) -> None:
    dialog.compared.setText("x")
    assert "Enter the secret" in dialog.compare_field.message()


def test_a_generated_secret_can_be_copied_and_a_long_warning_has_room(
    dialog: HashSecretDialog, qtbot: QtBot
) -> None:
    assert not dialog.copy_secret.isEnabled()
    qtbot.mouseClick(dialog.generate, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.copy_secret, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.secret.secret().reveal()
    before = dialog.height()
    dialog.secret.setText(" ü " * 60)
    layout = dialog.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width())
