from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.option_section import OptionSection
from k2bench.ui.request.query.select_list import SelectList
from k2bench.ui.request.query.surroundings import Surroundings
from k2bench.ui.request.query.text_line import TextLine


def test_text_and_panel_are_in_step_while_it_is_open(qtbot: QtBot, known: Surroundings) -> None:
    line, panel = TextLine("$select", "x"), SelectList()
    section = OptionSection(line, panel, "columns", "Choose Columns")
    qtbot.addWidget(section)
    section.show_surroundings(known)
    line.show_text("ID")
    assert panel.isHidden()
    assert panel.ticked() == []
    section.open()
    assert not panel.isHidden()
    assert panel.ticked() == ["ID"]
    with qtbot.waitSignal(line.option_edited) as told:
        panel.text_edited.emit("ID,Name")
    assert told.args == ["$select", "ID,Name"]
    assert panel.ticked() == ["ID", "Name"]
    line.undo()
    section.leave()
