from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QTableWidget, QWidget

from k2bench.auth.claims import Expected
from k2bench.auth.inspection import inspect
from k2bench.auth.jwt import Jwt
from k2bench.auth.token import AccessToken
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseBody, ResponseSnapshot, SentRequest
from k2bench.core.secret import Secret
from k2bench.ui.authorization.inspector_dialog import InspectorDialog
from k2bench.workbench.verification import Outcome, Verification

CLAIMS = {"client_id": "idt.cc.x", "iss": "https://other", "exp": 3600, "scope": ["a"]}
TOKEN = AccessToken(
    Secret("header.claims.signature"), "Bearer", 0, 3600, "a", Jwt({"alg": "RS256"}, CLAIMS)
)
EXPECTED = Expected("https://l/connect/token", "idt.cc.x", 60.0)


def texts(dialog: InspectorDialog) -> str:
    table = dialog.findChild(QTableWidget)
    cells = [
        table.item(row, column).text()
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    ]
    return "\n".join(cells + [each.toPlainText() for each in dialog.findChildren(QPlainTextEdit)])


def test_claims_have_meanings_and_the_token_is_nowhere(shown: Callable[[QWidget], QWidget]) -> None:
    dialog = InspectorDialog(inspect(TOKEN, EXPECTED))
    shown(dialog)
    words = texts(dialog)
    assert "idt.cc.x" in words
    assert "Who you are" in words
    assert "signature" not in words.replace("Signature", "")
    assert dialog.pages.names() == ("Claims", "JSON")


def test_the_signature_and_the_exchange_join_later(shown: Callable[[QWidget], QWidget]) -> None:
    dialog = InspectorDialog(inspect(TOKEN, EXPECTED))
    shown(dialog)
    dialog.show_verification(Verification(Outcome.VERIFIED, "By the key 1."))
    assert dialog.signature.text() == "Signature verified"
    sent = SentRequest("POST", "https://l/t", (("Host", "l"),), b"client_secret=****")
    body = ResponseBody(b'{"access_token": "****"}')
    dialog.show_exchange(ResponseSnapshot(RequestSpec(), sent, 200, "OK", "HTTP/1.1", body=body))
    assert "client_secret=****" in dialog.request.toPlainText()
    assert "HTTP/1.1 200 OK" in dialog.answer.toPlainText()


def test_an_opaque_token_is_said_to_be_one(shown: Callable[[QWidget], QWidget]) -> None:
    opaque = AccessToken(Secret("reference"), "Bearer", 0, None, "a")
    dialog = InspectorDialog(inspect(opaque, EXPECTED))
    shown(dialog)
    assert dialog.pages.names() == ("Claims",)
