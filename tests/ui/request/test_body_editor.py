from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.request import Body, FormBody, NoBody, Pair, TextBody
from k2bench.ui.request.body_editor import BodyEditor


@pytest.fixture
def editor(shown: Callable[[QWidget], QWidget]) -> BodyEditor:
    made = BodyEditor()
    shown(made)
    return made


@pytest.mark.parametrize(
    "body",
    [
        NoBody(),
        TextBody('{"a": 1}'),
        TextBody("<a/>", "application/xml"),
        TextBody("hi", "text/plain"),
        TextBody("x", "application/vnd.other"),
        FormBody((Pair("a", "1"), Pair("b", "", enabled=False))),
    ],
)
def test_a_body_comes_back_as_it_was(editor: BodyEditor, body: Body) -> None:
    editor.show_body(body)
    assert editor.body() == body


def test_switching_the_kind_loses_nothing(editor: BodyEditor, qtbot: QtBot) -> None:
    editor.show_body(TextBody("typed"))
    with qtbot.waitSignal(editor.edited):
        editor.kind.setCurrentText("None")
    assert editor.body() == NoBody()
    editor.kind.setCurrentText("Form")
    editor.kind.setCurrentText("XML")
    assert editor.body() == TextBody("typed", "application/xml")
