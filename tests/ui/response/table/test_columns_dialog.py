from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.columns import Column
from k2bench.ui.response.table.columns_dialog import ColumnsDialog


@pytest.fixture
def dialog(shown: Callable[[QWidget], QWidget]) -> ColumnsDialog:
    made = ColumnsDialog([(i, Column(f"column {i}")) for i in range(300)], set(range(300)))
    shown(made)
    return made


def test_find_clear_and_show(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    dialog.none.click()
    assert not dialog.apply.isEnabled()
    qtbot.keyClicks(dialog.search, "29")
    assert dialog.count.text() == "0 ticked · 13 listed"
    dialog.all.click()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.apply.click()
    assert chosen.args == [[29, 129, 229, *range(290, 300)]]


def test_by_keyboard(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert 0 not in dialog.model.shown


def test_cancelled_nothing_is_chosen(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.cancel.click()
    assert not dialog.isVisible()
