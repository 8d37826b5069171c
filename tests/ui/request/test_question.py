from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.url import origin_of
from k2bench.ui.request.question import QuestionDialog
from k2bench.workbench.planning import Question, QuestionKind

OTHER = Question(
    QuestionKind.OTHER_ORIGIN, "Send?", "It is another.", origin=origin_of("https://o")
)
WRITE = Question(QuestionKind.WRITE, "Send this DELETE?", "It may.", "DELETE https://h/x")


@pytest.mark.parametrize(("button", "answer"), [("without", False), ("yes", True)])
def test_another_origin(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget], button: str, answer: bool
) -> None:
    dialog = QuestionDialog(OTHER)
    shown(dialog)
    assert dialog.without.isDefault()
    with qtbot.waitSignal(dialog.decided) as decided:
        qtbot.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
    assert decided.args == [answer]


def test_a_write_is_shown_and_escape_sends_nothing(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    dialog = QuestionDialog(WRITE)
    shown(dialog)
    assert not dialog.without.isVisible()
    assert dialog.cancel.isDefault()
    assert dialog.focusWidget() is dialog.cancel
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "DELETE https://h/x"
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.decided):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
