import json
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.wanted import Wanted
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.cell_mark import CellMark
from k2bench.ui.response.tree.finder import TreeFinder
from k2bench.ui.response.tree.model import NAME, VALUE
from k2bench.ui.response.tree.page import TreePage
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata
from tests.ui.response.finders import found
from tests.ui.response.table.test_page import ready


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> TreePage:
    made = TreePage()
    made.resize(800, 300)
    shown(made)
    qtbot.addWidget(made.levels)
    return made


def filled(page: TreePage, body: bytes, bridge: Bridge, qtbot: QtBot) -> TreeFinder:
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(ready(body, bridge))
    assert isinstance(page.finder, TreeFinder)
    return page.finder


def test_what_is_closed_is_found_and_opened(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    finder = filled(page, odata(5000), bridge, qtbot)
    assert found(finder, "name 3") == 5000 // 7
    assert finder.nearest() == 0
    finder.jump(700)
    current = page.view.currentIndex()
    assert current.siblingAtColumn(VALUE).data() == '"Name 3"'
    assert page.view.visualRect(current).isValid()
    assert page.view.isExpanded(current.parent())
    assert finder.nearest() == 700


def test_marks(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    body = json.dumps({"needle": "x", "b": ["Needle", {"c": "needles"}], "n": 1}).encode()
    finder = filled(page, body, bridge, qtbot)
    plain = page.grab().toImage()
    assert found(finder, "needle") == 3
    finder.mark(1)
    page.view.expand_to(3)
    rows = [index for index in visible(page) if index.data() in ("needle", "0", "c", "n")]
    assert [finder.mark_of(row.siblingAtColumn(NAME)) for row in rows] == [
        CellMark.HIT, CellMark.NONE, CellMark.NONE, CellMark.NONE,
    ]  # fmt: skip
    assert [finder.mark_of(row.siblingAtColumn(VALUE)) for row in rows] == [
        CellMark.NONE, CellMark.CURRENT, CellMark.HIT, CellMark.NONE,
    ]  # fmt: skip
    page.view.collapse_all()
    assert page.grab().toImage() != plain
    finder.clear()
    page.view.setCurrentIndex(page.view.model().index(0, 0))
    assert page.grab().toImage() == plain


def visible(page: TreePage):
    index = page.view.model().index(0, 0)
    while index.isValid():
        yield index
        index = page.view.indexBelow(index)


def test_nothing_is_searched_before_all_is_read(
    page: TreePage, bridge: Bridge, qtbot: QtBot
) -> None:
    finder = TreeFinder(page.view)
    assert finder.search(Wanted("a")) is None
    assert finder.nearest() == 0
    finder.jump(0)
    finder = filled(page, b'"alone"', bridge, qtbot)
    assert found(finder, "alone") == 1
    finder.jump(0)
    finder.mark(0)
    assert finder.mark_of(page.view.currentIndex().siblingAtColumn(VALUE)) is CellMark.CURRENT
