from pytestqt.qtbot import QtBot

from k2bench.apis.odata.querying.filter_parts import Join
from k2bench.ui.request.query.join_cell import JoinCell


def test_the_second_row_decides_how_all_are_joined(qtbot: QtBot) -> None:
    first, second = JoinCell("1", 0, Join.AND), JoinCell("2", 1, Join.AND)
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    assert not hasattr(first, "box")
    assert second.box.currentText() == "and"
    with qtbot.waitSignal(second.join_chosen) as told:
        second.box.textActivated.emit("or")
    assert told.args == [Join.OR]
