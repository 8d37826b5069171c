import json
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.tree.expansion import MOST
from k2bench.ui.response.tree.view import ResponseTree
from tests.ui.conftest import PATIENCE
from tests.ui.response.tree.test_model import model_of

DEEP = b'{"a":{"b":{"c":{"d":1}}},"e":[[1],[2]]}'


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ResponseTree:
    made = ResponseTree()
    made.resize(600, 400)
    shown(made)
    return made


def open_paths(view: ResponseTree) -> list[str]:
    model = view.model()
    found, index = [], model.index(0, 0)
    while index.isValid():
        if view.isExpanded(index):
            found.append(model.path_of(index))
        index = view.indexBelow(index)
    return found


def started(view: ResponseTree, levels: int, qtbot: QtBot) -> bool:
    with qtbot.waitSignal(view.expansion.finished, timeout=PATIENCE) as signal:
        view.expansion.start(view.model().index(0, 0), levels)
    assert not view.expansion.is_active()
    return bool(signal.args[0])


def test_so_many_levels(view: ResponseTree, qtbot: QtBot) -> None:
    view.show_model(model_of(DEEP))
    assert open_paths(view) == ["$"]
    assert started(view, 2, qtbot)
    assert open_paths(view) == ["$", "$['a']", "$['e']"]
    assert started(view, 50, qtbot)
    assert len(open_paths(view)) == 7


def test_ranges_are_no_levels_and_there_is_an_end(view: ResponseTree, qtbot: QtBot) -> None:
    view.show_model(model_of(json.dumps([[n] for n in range(20_000)]).encode()))
    assert not started(view, 2, qtbot)
    rows = len(open_paths(view))
    assert 0 < rows <= MOST
    assert "$[0]" in open_paths(view)  # in order: what is on top is open


def test_levels_have_an_end(view: ResponseTree, qtbot: QtBot) -> None:
    view.show_model(model_of(b"[" * 10_000 + b"]" * 10_000))
    assert started(view, 50, qtbot)
    assert len(open_paths(view)) == 50


def test_a_stop_and_another_tree(view: ResponseTree, qtbot: QtBot) -> None:
    view.show_model(model_of(json.dumps([[n] for n in range(20_000)]).encode()))
    view.expansion.start(view.model().index(0, 0))
    view.show_model(model_of(DEEP))
    assert not view.expansion.is_active()
    assert open_paths(view) == ["$"]
