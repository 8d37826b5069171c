from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.request.tabs import RequestTabs
from k2bench.ui.response.panel import ResponsePanel


@pytest.fixture
def tabs(shown: Callable[[QWidget], QWidget]) -> RequestTabs:
    made = RequestTabs()
    shown(made)
    return made


def test_titles_are_short_and_their_names_are_whole(tabs: RequestTabs) -> None:
    tabs.add("GET " + "x" * 60, 0)
    tabs.add("GET a&b", 1)
    assert len(tabs.bar.tabText(0)) == 32
    assert tabs.bar.accessibleTabName(0) == "GET " + "x" * 60
    assert tabs.bar.tabText(1) == "GET a&&b"


def test_a_tab_is_shown_when_it_is_made_and_gone_when_removed(
    tabs: RequestTabs, bridge: Bridge, qtbot: QtBot
) -> None:
    tab = RequestTab(ResponsePanel(bridge))
    tabs.add("one", 0)
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tab(0, tab)
    assert tabs.panes() == [tab.request, tab.response]
    tabs.remove(0, tab)
    assert tabs.panes() == []


def test_what_people_do_is_told(tabs: RequestTabs, qtbot: QtBot) -> None:
    tabs.add("one", 0)
    tabs.add("two", 1)
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.bar.setCurrentIndex(1)
    assert chosen.args == [1]
    with qtbot.waitSignal(tabs.new_requested):
        qtbot.mouseClick(tabs.new, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tabs.close_requested) as closing:
        qtbot.mouseClick(tabs.bar, Qt.MouseButton.MiddleButton, pos=tabs.bar.tabRect(0).center())
    assert closing.args == [0]
    with qtbot.waitSignal(tabs.moved) as moved:
        tabs.bar.moveTab(0, 1)
    assert moved.args == [0, 1]


def test_the_button_that_closes_a_tab_is_as_large_as_an_icon(tabs: RequestTabs) -> None:
    tabs.add("one", 0)
    button = tabs.bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert button.width() == button.height() == sizes().icon
