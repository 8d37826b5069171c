from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.authorization.document_view import DocumentView
from k2bench.ui.bridge import Bridge


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"a": {"b": 1}}', ["{", '  "a": {', '    "b": 1', "  }", "}"]),
        ("<html>\n<p>Sign in</p>", ["<html>", "<p>Sign in</p>"]),
        ("", []),
        ("\ud800", ["?"]),
    ],
)
def test_a_document_is_laid_out_whatever_it_is(
    bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget], text: str, lines: list[str]
) -> None:
    view = DocumentView("Document", bridge)
    shown(view)
    view.resize(600, 400)
    view.show_document("[1, 2, 3]")
    view.show_document(text)
    qtbot.waitUntil(bridge.is_idle)
    assert [each for each in view.visible_texts() if each] == lines
    view.stop()
