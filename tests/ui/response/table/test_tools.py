from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.response.table.tools import TableTools


@pytest.fixture
def tools(shown: Callable[[QWidget], QWidget]) -> TableTools:
    made = TableTools()
    shown(made)
    return made


def test_one_array_needs_no_picker(tools: TableTools) -> None:
    tools.show_arrays([("value", 3)], 0)
    assert not tools.picker.isVisible()
    tools.show_arrays([], 0)
    assert not tools.picker.isVisible()


def test_picking(tools: TableTools, qtbot: QtBot) -> None:
    tools.show_arrays([("value", 3000), ("a.very.long.path" * 9, 1)], 1)
    assert tools.picker.isVisible()
    assert tools.picker.itemText(0) == "value (3,000)"
    assert len(tools.picker.itemText(1)) < 50
    assert tools.picker.currentIndex() == 1
    with qtbot.waitSignal(tools.array_chosen) as chosen:
        tools.picker.activated.emit(0)
    assert chosen.args == [0]


def test_nothing_to_work_with(tools: TableTools) -> None:
    tools.show_usable(False)
    assert not tools.filter.isEnabled()
    assert not tools.columns.isEnabled()
