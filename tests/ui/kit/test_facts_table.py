from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.facts_table import FactsTable

URL = "https://login.onk2.com/0b2c6e5e-8f0d-4b8e-9a53-1f2d3c4b5a69/connect/token"


@pytest.fixture
def table(shown: Callable[[QWidget], QWidget]) -> FactsTable:
    made = FactsTable("Discovery document", ("Name", "Value"), (40,))
    made.resize(420, 300)
    made.show_rows((("issuer", URL), ("grant", "x" * 200)))
    shown(made)
    return made


def test_a_long_value_is_broken_into_lines(table: FactsTable, qtbot: QtBot) -> None:
    line = table.fontMetrics().height()
    qtbot.waitUntil(lambda: table.rowHeight(0) > 1.9 * line)
    assert table.rowHeight(1) > table.rowHeight(0)
    assert table.columnWidth(0) + table.columnWidth(1) <= 420


def test_rows_are_copied_as_they_are(table: FactsTable, qtbot: QtBot) -> None:
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"issuer\t{URL}"


def test_other_rows(table: FactsTable) -> None:
    table.show_rows((("issuer", "a"),))
    assert table.rowCount() == 1
    assert table.item(0, 1).text() == "a"
