from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_copy import TextCopy
from k2bench.ui.kit.text_selection import START, Position, Selection

ALL = Selection(START, Position(10**9, 0))


class ManyLines(StringLines):
    """Takes some steps to copy."""

    def __init__(self) -> None:
        super().__init__("some text of a line")

    def count(self) -> int:
        return 60_000

    def text(self, line: int) -> str:
        return super().text(0)


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    qapp.clipboard().clear()
    yield made
    qapp.clipboard().clear()


def test_a_small_selection_is_there_at_once(owner: QObject, qapp: QApplication) -> None:
    TextCopy(owner).start(StringLines("one\ntwo"), Selection(Position(0, 1), Position(1, 2)))
    assert qapp.clipboard().text() == "ne\ntw"


def test_a_large_one_comes_in_steps(owner: QObject, qapp: QApplication, qtbot: QtBot) -> None:
    copier = TextCopy(owner)
    with qtbot.waitSignal(copier.copied) as told:
        copier.start(ManyLines(), ALL)
        assert qapp.clipboard().text() == ""
    assert told.args == [60_000 * 20 - 1]
    assert qapp.clipboard().text().count("\n") == 59_999


def test_too_much_is_refused(owner: QObject, qapp: QApplication, qtbot: QtBot) -> None:
    copier = TextCopy(owner, limit=1000)
    with qtbot.waitSignal(copier.refused), qtbot.assertNotEmitted(copier.copied):
        copier.start(ManyLines(), ALL)
    assert qapp.clipboard().text() == ""


def test_nothing_and_half_a_pair(owner: QObject, qapp: QApplication, qtbot: QtBot) -> None:
    copier = TextCopy(owner)
    qapp.clipboard().setText("before")
    copier.start(StringLines("text"), Selection())
    assert qapp.clipboard().text() == "before"
    copier.start(StringLines("a\ud800b"), ALL)
    assert qapp.clipboard().text() == "a?b"


def test_it_can_be_cancelled(owner: QObject, qapp: QApplication, qtbot: QtBot) -> None:
    copier = TextCopy(owner)
    copier.start(ManyLines(), ALL)
    copier.cancel()
    with qtbot.assertNotEmitted(copier.copied, wait=30):
        pass
