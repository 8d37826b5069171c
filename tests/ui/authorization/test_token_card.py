from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.jwt import Jwt
from k2bench.auth.token import AccessToken
from k2bench.core.secret import Secret
from k2bench.ui.authorization.token_card import TokenCard
from k2bench.ui.kit.clipboard import SecretClipboard

CLAIMS = {"client_id": "idt.cc.x", "scope": ["https://api.k2.com/"]}
TOKEN = AccessToken(
    Secret("eyJhbGciOiJSUzI1NiJ9.body.signature"), "Bearer", 0, 3432, "s", Jwt({}, CLAIMS)
)
OPAQUE = AccessToken(Secret("1234567890ABCDEF"), "Bearer", 0, None, "scope", None, ("A note.",))


@pytest.fixture
def card(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> TokenCard:
    made = TokenCard(clipboard, lambda: 0.0)
    shown(made)
    return made


def test_it_is_hidden_without_a_token(card: TokenCard) -> None:
    card.show_token(TOKEN, in_use=False)
    assert not card.isHidden()
    card.show_token(None, in_use=False)
    assert card.isHidden()
    assert card.text.text() == ""


def test_a_token_is_masked_and_told_in_words(card: TokenCard) -> None:
    card.show_token(TOKEN, in_use=False)
    assert card.text.text().startswith("eyJhbGci")
    assert "body" not in card.text.text()
    assert "signature" not in card.text.text()
    assert card.expiry.text() == "57:12"
    assert card.meaning.text() == "Acts as idt.cc.x\nfor https://api.k2.com/"


def test_an_opaque_token_shows_little_of_itself(card: TokenCard) -> None:
    card.show_token(OPAQUE, in_use=False)
    assert card.text.text().startswith("1234")
    assert "567890" not in card.text.text()
    assert card.meaning.text() == ("Opaque token for scope: only its server can read it.\nA note.")
    assert card.expiry.text() == ""


def test_use_and_copy(card: TokenCard, qtbot: QtBot) -> None:
    card.show_token(TOKEN, in_use=False)
    with qtbot.waitSignal(card.use_requested) as asked:
        qtbot.mouseClick(card.use, Qt.MouseButton.LeftButton)
    assert asked.args == [TOKEN]
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == TOKEN.value.reveal()
    card.show_token(TOKEN, in_use=True)
    assert not card.use.isEnabled()
    assert card.use.text() == "In use"
    assert card.use.accessibleName() == "Use Token"
