from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.wanted import Wanted
from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.response.find_bar import FindBar


@pytest.fixture
def bar(shown: Callable[[QWidget], QWidget]) -> FindBar:
    made = FindBar()
    shown(made)
    return made


def test_what_is_wanted(bar: FindBar, qtbot: QtBot) -> None:
    heard: list[Wanted] = []
    bar.wanted_changed.connect(lambda: heard.append(bar.wanted()))
    bar.field.setText("a")
    for switch in (bar.match_case, bar.regular, bar.whole_word):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert heard == [
        Wanted("a"),
        Wanted("a", True),
        Wanted("a", True, True),
        Wanted("a", True, True, True),
    ]


def test_every_part_has_a_name(bar: FindBar) -> None:
    parts = (bar.field, bar.match_case, bar.regular, bar.whole_word, bar.count, bar.previous)
    names = [part.accessibleName() for part in (*parts, bar.next, bar.path, bar.close_button)]
    assert names == [
        "Find", "Match Case", "Regular Expression", "Whole Word", "Matches", "Previous Match",
        "Next Match", "JSONPath", "Close Find",
    ]  # fmt: skip


def test_ways_from_hit_to_hit(bar: FindBar, qtbot: QtBot) -> None:
    heard: list[str] = []
    bar.next_requested.connect(lambda: heard.append("next"))
    bar.previous_requested.connect(lambda: heard.append("previous"))
    bar.path_requested.connect(lambda: heard.append("path"))
    for button in (bar.next, bar.previous, bar.path):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert heard == ["next", "previous", "path", "next", "previous"]


def test_what_it_says(bar: FindBar) -> None:
    bar.show_words("3 of 5")
    assert (bar.count.text(), bar.field.property("problem")) == ("3 of 5", "")
    bar.show_none()
    assert (bar.count.text(), bar.field.property("problem")) == ("No matches", "warning")
    bar.show_problem(Problem(ProblemKind.INPUT, "Missing ) at position 2"))
    assert (bar.count.text(), bar.field.property("problem")) == (
        "Missing ) at position 2.",
        "error",
    )
