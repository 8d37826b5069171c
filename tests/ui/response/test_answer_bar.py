from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.answer_bar import AnswerBar


@pytest.fixture
def window(shown: Callable[[QWidget], QWidget]) -> QMainWindow:
    """A window with an action on Esc, a field, and a bar."""
    made = QMainWindow()
    made.field, made.bar, made.escaped = QLineEdit(), AnswerBar("Bar", "Look"), []  # type: ignore[attr-defined]
    made.other = QPushButton("Other")  # type: ignore[attr-defined]
    row = QHBoxLayout()
    row.addWidget(made.other)  # type: ignore[attr-defined]
    made.bar.add_row(row)  # type: ignore[attr-defined]
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.addWidget(made.field)  # type: ignore[attr-defined]
    column.addWidget(made.bar)  # type: ignore[attr-defined]
    made.setCentralWidget(middle)
    action = QAction(made)
    action.setShortcut("Esc")
    action.triggered.connect(lambda: made.escaped.append(True))  # type: ignore[attr-defined]
    made.addAction(action)
    shown(made)
    made.activateWindow()
    return made


def test_it_opens_ready_to_be_typed_in(window: QMainWindow, qtbot: QtBot) -> None:
    bar = window.bar  # type: ignore[attr-defined]
    assert bar.isHidden()
    bar.field.setText("old")
    bar.open()
    qtbot.waitUntil(bar.field.hasFocus)
    assert bar.field.selectedText() == "old"
    assert bar.field.accessibleName() == "Look"
    assert bar.close_button.accessibleName() == "Close Look"


@pytest.mark.parametrize("on", ["field", "other", "close_button"])
def test_escape_closes_it_and_nothing_else(window: QMainWindow, qtbot: QtBot, on: str) -> None:
    bar, before = window.bar, window.field  # type: ignore[attr-defined]
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    bar.open()
    bar.field.setText("some")
    part = window.other if on == "other" else getattr(bar, on)  # type: ignore[attr-defined]
    part.setFocus()
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(part, Qt.Key.Key_Escape)
    assert bar.isHidden()
    qtbot.waitUntil(before.hasFocus)
    assert bar.field.text() == "some"
    assert window.escaped == []  # type: ignore[attr-defined]
    qtbot.keyClick(before, Qt.Key.Key_Escape)
    assert window.escaped == [True]  # type: ignore[attr-defined]


def test_the_button_closes_it_once(window: QMainWindow, qtbot: QtBot) -> None:
    bar, closed = window.bar, []  # type: ignore[attr-defined]
    bar.closed.connect(lambda: closed.append(True))
    bar.open()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    bar.close_bar()
    assert closed == [True]


def test_enter(window: QMainWindow, qtbot: QtBot) -> None:
    bar, heard = window.bar, []  # type: ignore[attr-defined]
    bar.field.entered.connect(lambda: heard.append("next"))
    bar.field.entered_back.connect(lambda: heard.append("back"))
    bar.open()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Enter, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(bar.field, "ab")
    assert heard == ["next", "back"]
    assert bar.field.text() == "ab"
