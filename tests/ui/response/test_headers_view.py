from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.headers_view import HeadersView, masked
from tests.ui.response.answers import URL, snapshot


def test_received_and_sent(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    view = HeadersView()
    QAbstractItemModelTester(
        view.headers, QAbstractItemModelTester.FailureReportingMode.Fatal, view
    )
    shown(view)
    view.show_snapshot(snapshot(b"{}"))
    model = view.headers
    received, sent = model.index(0, 0), model.index(1, 0)
    assert [received.data(), model.index(0, 1).data()] == ["Received", "HTTP/1.1 200 OK"]
    assert [sent.data(), model.index(1, 1).data()] == ["Sent", f"GET {URL}"]
    assert model.index(1, 1, received).data() == "sid=****; Path=/"
    assert model.index(1, 1, sent).data() == "Bearer ****"
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[:2] == ["Received: HTTP/1.1 200 OK", "Content-Type: application/json"]
    assert copied[-1] == "Authorization: Bearer ****"
    view.show_snapshot(snapshot(b"", "text/html"))
    assert model.rowCount() == 2


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("Content-Type", "text/html", "text/html"),
        ("authorization", "Bearer abc", "Bearer ****"),
        ("X-Api-Key", "abc", "****"),
        ("Set-Cookie", "a=b; HttpOnly", "a=****; HttpOnly"),
        ("Set-Cookie", "a=b", "a=****"),
        ("Authorization", "****", "****"),
    ],
)
def test_secrets_are_masked(name: str, value: str, wanted: str) -> None:
    assert masked(name, value) == wanted
