from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.response.panel import ResponsePanel


def test_the_answer_gets_the_larger_part(bridge: Bridge, qtbot: QtBot) -> None:
    tab = RequestTab(ResponsePanel(bridge))
    qtbot.addWidget(tab)
    tab.resize(800, 900)
    tab.show()
    above, below = tab.sizes()
    assert below > above > 150
    assert [tab.widget(i).accessibleName() for i in range(2)] == ["Request", "Response"]
