import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from k2bench.core.request import Pair
from k2bench.ui.kit.pair_model import Column
from k2bench.ui.kit.pairs_editor import PairsEditor

PAIRS = (Pair("$top", "5"), Pair("$skip", "10", False))


@pytest.fixture
def editor(qtbot: QtBot) -> PairsEditor:
    made = PairsEditor("Params")
    qtbot.addWidget(made)
    made.show()
    made.show_pairs(PAIRS)
    return made


def test_the_table_is_edited_as_text_and_back(editor: PairsEditor, qtbot: QtBot) -> None:
    qtbot.mouseClick(editor.bulk, Qt.MouseButton.LeftButton)
    assert editor.text.isVisible()
    assert editor.text.toPlainText() == "$top: 5\n//$skip: 10"
    with qtbot.waitSignal(editor.pairs_changed) as told:
        editor.text.setPlainText("$top: 7\n$count: true")
    assert told.args == [(Pair("$top", "7"), Pair("$count", "true"))]
    qtbot.mouseClick(editor.bulk, Qt.MouseButton.LeftButton)
    assert editor.table.isVisible()
    assert editor.pairs() == editor.table.pairs() == told.args[0]


def test_showing_and_turning_is_no_change(editor: PairsEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.pairs_changed):
        editor.bulk.setChecked(True)
        editor.show_pairs((Pair("a", "b"),))
        assert editor.text.toPlainText() == "a: b"
        editor.bulk.setChecked(False)
    assert editor.pairs() == (Pair("a", "b"),)


def test_the_same_pairs_leave_the_text_as_it_is_typed(editor: PairsEditor) -> None:
    editor.bulk.setChecked(True)
    editor.text.setPlainText("a:b\n\n")
    editor.show_pairs((Pair("a", "b"),))
    assert editor.text.toPlainText() == "a:b\n\n"


def test_a_change_in_the_table_is_told(editor: PairsEditor, qtbot: QtBot) -> None:
    editor.show_fixed((Pair("Accept", "*/*"),))
    model = editor.table.model()
    with qtbot.waitSignal(editor.pairs_changed) as told:
        model.setData(model.index(1, Column.VALUE), "6")
    assert told.args == [(Pair("$top", "6"), PAIRS[1])]


def test_the_foot_follows_the_last_row_and_says_what_is_not_sent(
    editor: PairsEditor, qtbot: QtBot
) -> None:
    editor.resize(600, 400)
    qtbot.waitUntil(lambda: editor.height() == 400)
    before = editor.bulk.y()
    assert before < 200
    editor.show_pairs((*PAIRS, Pair("$count", "true")))
    qtbot.waitUntil(lambda: editor.bulk.y() == before + editor.table.rowHeight(0))
    words = {each.text() for each in editor.findChildren(QLabel)}
    assert words == {"A row without its tick is kept and not sent."}
    editor.bulk.click()
    words = {each.text() for each in editor.findChildren(QLabel)}
    assert words == {"A line that begins with // is kept and not sent."}
