from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.expression_editor import LONGEST, MOST_LINES, ExpressionEditor


@dataclass(frozen=True)
class Word:
    text: str
    detail: str = ""


@pytest.fixture
def editor(shown: Callable[[QWidget], QWidget]) -> Iterator[ExpressionEditor]:
    window = QWidget()
    window.resize(420, 400)
    made = ExpressionEditor("$filter")
    made.setParent(window)
    made.resize(400, 28)
    shown(window)
    made.setFocus()
    yield made
    window.close()


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Name eq 'a'", True),
        ("a\u00a0b", True),
        ("a\nb", True),
        ("😀 and \U0001f468", True),
        ("\udc80", False),
        ("a\u2029b", False),
        ("a\rb", False),
        ("x" * (LONGEST + 1), False),
    ],
)
def test_a_text_is_shown_exactly_or_it_says_so(
    editor: ExpressionEditor, text: str, exact: bool
) -> None:
    assert editor.show_text(text) is exact
    assert (editor.text() == text) is exact


def test_showing_is_no_edit_and_keeps_the_cursor(editor: ExpressionEditor, qtbot: QtBot) -> None:
    told: list[str] = []
    editor.text_edited.connect(lambda: told.append(editor.text()))
    editor.show_text("abcdef")
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    editor.show_text("abcXYZ")
    assert editor.position() == 1
    assert told == []
    qtbot.keyClicks(editor, "1")
    assert told == ["a1bcXYZ"]


def test_it_grows_line_by_line_up_to_a_limit(editor: ExpressionEditor) -> None:
    one = editor.height()
    editor.show_text("Name eq 'a' and " * 6)
    some = editor.height()
    editor.show_text("Name eq 'a' and " * 200)
    assert one < some < editor.height()
    assert editor.height() < one + MOST_LINES * 24


def test_enter_sends_and_writes_no_line_break(editor: ExpressionEditor, qtbot: QtBot) -> None:
    editor.show_text("a")
    with qtbot.waitSignal(editor.return_pressed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "a"


def test_a_paste_is_one_line(editor: ExpressionEditor, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("Name eq 'a'\r\nand Price gt 1")
    with qtbot.waitSignal(editor.pasted):
        editor.insertFromMimeData(data)
    assert editor.text() == "Name eq 'a' and Price gt 1"


def test_the_word_at_the_error_is_underlined(editor: ExpressionEditor) -> None:
    for text, position, marked in (
        ("😀 eqq 1", 2, "eqq"),
        ("Name eq", 7, "q"),
        ("a)b", 1, ")b"),
    ):
        editor.show_text(text)
        editor.show_error(position)
        (mark,) = editor.extraSelections()
        assert mark.cursor.selectedText() == marked  # type: ignore[attr-defined]
        assert editor.error() == position
    editor.show_error(None)
    assert editor.extraSelections() == []


def test_the_list_is_driven_by_keys(editor: ExpressionEditor, qtbot: QtBot) -> None:
    editor.show_text("😀 Na")
    qtbot.keyClick(editor, Qt.Key.Key_End)
    editor.show_offers([Word("Name"), Word("Narrow")], 2)
    assert editor.completions.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "😀 Narrow"
    assert not editor.completions.isVisible()
    editor.show_offers([Word("Name")], 2)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.completions.isVisible()
    assert editor.text() == "😀 Narrow"
    editor.undo()
    assert editor.text() == "😀 Na"


def test_it_asks_for_completion_by_keys_and_while_typing(
    editor: ExpressionEditor, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    editor.completion_wanted.connect(asked.append)
    qtbot.keyClick(editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "N")
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    assert asked == [True, False]
    assert editor.text() == "N"
