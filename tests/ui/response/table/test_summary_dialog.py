from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.column_summary import ColumnSummary
from k2bench.content.columns import Column
from k2bench.content.json_rows import JsonRows
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.table.summary_dialog import SummaryDialog
from tests.content.samples import done
from tests.ui.conftest import PATIENCE
from tests.ui.response.table.test_page import Halting

ROWS = b'[{"a":2},{"a":"3"},{"a":null},{"a":""},{},{"a":2}]'


@pytest.fixture
def dialog(shown: Callable[[QWidget], QWidget]) -> SummaryDialog:
    made = SummaryDialog(Column("a\nb"), "6 rows")
    shown(made)
    return made


def figures(dialog: SummaryDialog) -> dict[str, str]:
    table = dialog.figures
    return {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}


def test_it_is_named_on_one_line(dialog: SummaryDialog) -> None:
    assert dialog.windowTitle() == "Summary of a b"


def test_the_column_summed_up(shown: Callable[[QWidget], QWidget], bridge: Bridge, qtbot: QtBot):
    dialog = SummaryDialog(Column("a"), "6 rows")
    shown(dialog)
    with qtbot.waitSignal(dialog.ready, timeout=PATIENCE):
        dialog.start(bridge, done(JsonRows(ROWS).read()).main, None)
    assert figures(dialog) == {
        "Rows": "6",
        "Null": "1",
        "Missing": "1",
        "Empty text": "1",
        "Distinct": "3",
        "Minimum": "2",
        "Maximum": "3",
        "Sum": "7",
        "Mean": "2.3333333333333333",
    }
    assert not dialog.progress.isVisible()
    dialog.copy_.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[:3] == ["Summary of a", "6 rows", "Rows\t6"]
    assert "2\t2" in lines
    assert "1\t(empty text)" in lines


def test_more_values_than_counted(dialog: SummaryDialog) -> None:
    dialog.show_summary(ColumnSummary(rows=9, distinct=8, overflowed=True))
    assert figures(dialog)["Distinct"] == "more than 1,000,000"


def test_closed_it_computes_no_further(dialog: SummaryDialog, bridge: Bridge, qtbot: QtBot) -> None:
    halting = Halting(bridge)
    rows = done(JsonRows(b"[" + b",".join([b'{"a":1}'] * 50_000) + b"]").read()).main
    ended: list[object] = []
    dialog.ready.connect(lambda: ended.append(1))
    dialog.start(halting, rows, None)
    dialog.close_.click()
    halting.go_on()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert not ended
