from pytestqt.qtbot import QtBot

from k2bench.ui.response.tree.tools import TreeTools


def test_levels_and_collapse(qtbot: QtBot) -> None:
    tools = TreeTools()
    qtbot.addWidget(tools)
    assert tools.levels.accessibleName() == "Expand to Level"
    levels: list[int] = []
    tools.level_requested.connect(levels.append)
    for action in tools.levels.menu().actions():
        action.trigger()
    assert levels == [1, 2, 3, 4]
    with qtbot.waitSignal(tools.collapse_requested):
        tools.collapse.click()
