from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.response.path_bar import PathBar


@pytest.fixture
def bar(shown: Callable[[QWidget], QWidget]) -> PathBar:
    made = PathBar()
    shown(made)
    return made


def test_enter_the_button_and_the_switch_filter(bar: PathBar, qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []
    bar.filter_requested.connect(lambda query, paths: asked.append((query, paths)))
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClicks(bar.field, " $.a ")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.mouseClick(bar.filter, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.paths, Qt.MouseButton.LeftButton)
    assert asked == [("$.a", False), ("$.a", False), ("$.a", True)]


def test_while_it_filters(bar: PathBar, qtbot: QtBot) -> None:
    bar.show_busy(True)
    assert (bar.filter.isVisible(), bar.cancel.isVisible()) == (False, True)
    assert bar.words.text() == "filtering…"
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.cancel_requested):
        bar.close_bar()
    bar.show_busy(False)
    assert not bar.filter.isHidden()


def test_what_it_says(bar: PathBar) -> None:
    bar.show_count(0)
    assert bar.words.text() == "Nothing in this answer matches"
    assert bar.field.property("problem") == "warning"
    bar.show_count(3)
    assert (bar.words.text(), bar.field.property("problem")) == ("", "")
    bar.show_problem(Problem(ProblemKind.INPUT, "Bad at position 3", "Look there."))
    assert bar.words.text() == "Bad at position 3. Look there."
    assert bar.field.property("problem") == "error"
    bar.show_cancelled()
    assert bar.words.text() == "Cancelled"
    bar.clear_words()
    assert bar.words.text() == ""
