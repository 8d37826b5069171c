import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from k2bench.core.request import Pair
from k2bench.ui.kit.key_value_table import KeyValueTable
from k2bench.ui.kit.pair_model import Column
from k2bench.ui.kit.theme import Theme
from k2bench.ui.kit.tokens import TOKENS

PAIRS = (Pair("$top", "5"), Pair("$skip", "10", False))


@pytest.fixture
def table(qtbot: QtBot) -> KeyValueTable:
    made = KeyValueTable("Parameters", ("Accept", "Content-Type"))
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    made.show_pairs(PAIRS)
    return made


def click(qtbot: QtBot, table: KeyValueTable, row: int, column: Column) -> None:
    place = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def editor(table: KeyValueTable) -> QLineEdit:
    found = table.viewport().findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_showing_pairs_is_no_change(table: KeyValueTable, qtbot: QtBot) -> None:
    assert table.accessibleName() == "Parameters"
    with qtbot.assertNotEmitted(table.pairs_changed):
        table.show_pairs((Pair("a", "b"),))
    assert table.pairs() == (Pair("a", "b"),)


def test_typing_in_the_last_row_adds_a_pair(table: KeyValueTable, qtbot: QtBot) -> None:
    click(qtbot, table, 2, Column.NAME)
    qtbot.keyClicks(editor(table), "$count")
    with qtbot.waitSignal(table.pairs_changed) as told:
        qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert told.args == [(*PAIRS, Pair("$count", ""))]


def test_names_are_suggested(table: KeyValueTable, qtbot: QtBot) -> None:
    click(qtbot, table, 2, Column.NAME)
    completer = editor(table).completer()
    completer.setCompletionPrefix("type")
    assert completer.currentCompletion() == "Content-Type"


def test_the_empty_row_says_what_goes_where(table: KeyValueTable) -> None:
    delegate = table.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    said = []
    for row in (0, 2):
        for column in (Column.NAME, Column.VALUE):
            option = QStyleOptionViewItem()
            delegate.initStyleOption(option, table.model().index(row, column))
            said.append(option.text)
    assert said == ["$top", "5", "Name", "Value"]
    assert not table.model().index(2, Column.NAME).data()


def test_the_cross_deletes_its_row(table: KeyValueTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.pairs_changed):
        click(qtbot, table, 0, Column.DELETE)
    assert table.pairs() == (PAIRS[1],)
    click(qtbot, table, 1, Column.DELETE)
    assert table.pairs() == (PAIRS[1],)


def test_keys_tick_edit_and_delete(qapp: QApplication, table: KeyValueTable, qtbot: QtBot) -> None:
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(table.model().index(0, Column.VALUE))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.pairs()[0] == Pair("$top", "5", False)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(editor(table), Qt.Key.Key_Escape)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.pairs() == (PAIRS[1],)


def test_rows_follow_the_zoom(qapp: QApplication, table: KeyValueTable) -> None:
    theme = Theme(qapp)
    for zoom in (1.0, 2.0):
        theme.set_zoom(zoom)
        assert table.rowHeight(0) == TOKENS.control * zoom
        assert table.columnWidth(Column.DELETE) == TOKENS.control * zoom
    theme.deleteLater()


def test_tab_leaves_the_table(table: KeyValueTable) -> None:
    assert not table.tabKeyNavigation()


def test_the_same_pairs_do_not_close_an_open_editor(table: KeyValueTable, qtbot: QtBot) -> None:
    click(qtbot, table, 0, Column.VALUE)
    table.show_pairs(PAIRS)
    assert editor(table).isVisible()
