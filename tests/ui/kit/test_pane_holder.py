from pytestqt.qtbot import QtBot

from k2bench.ui.kit.pane_holder import PaneHolder


def test_it_has_no_panes_of_its_own(qtbot: QtBot) -> None:
    holder = PaneHolder()
    qtbot.addWidget(holder)
    assert holder.panes() == []
