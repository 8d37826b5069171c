from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.querying.filter_parts import Join
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.request.query.filter_row import FilterRow, RawRow, join_of


def test_its_buttons_do_its_commands(qtbot: QtBot) -> None:
    done: list[str] = []
    commands = [("Group", lambda: done.append("group")), ("Remove", lambda: done.append("remove"))]
    cell = join_of("1", 0, Join.AND, lambda _: None)
    row = FilterRow("1", 2, cell, QLabel("x"), commands)
    qtbot.addWidget(row)
    names = {each.accessibleName(): each for each in row.findChildren(IconButton)}
    names["Remove 1"].click()
    row.menu.actions()[0].trigger()
    assert done == ["remove", "group"]
    assert row.content.parentWidget() is row


def test_a_text_is_told_when_it_is_finished(qtbot: QtBot) -> None:
    raw = RawRow("1", "a add 1 eq 2")
    qtbot.addWidget(raw)
    told: list[str] = []
    raw.text_finished.connect(told.append)
    raw.editingFinished.emit()
    raw.clear()
    raw.editingFinished.emit()
    raw.setText("b eq 1")
    raw.editingFinished.emit()
    raw.editingFinished.emit()
    assert told == ["b eq 1"]
