from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.pages import page_names
from k2bench.ui.response.tabs import ResponseTabs
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of


@pytest.fixture
def tabs(shown: Callable[[QWidget], QWidget]) -> ResponseTabs:
    made = ResponseTabs()
    made.resize(800, 400)
    shown(made)
    return made


def show(
    tabs: ResponseTabs, body: bytes, bridge: Bridge, qtbot: QtBot, media_type: str = "text/json"
) -> None:
    answer = snapshot(body, media_type)
    source = BodySource(answer, views_of(answer), bridge)
    tabs.show_names(page_names(source))
    source.prepare()
    with qtbot.waitSignal(tabs.read, timeout=PATIENCE):
        tabs.show_source(source)


def test_pages_are_made_when_opened(tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot) -> None:
    show(tabs, odata(3), bridge, qtbot)
    names = ("Table", "Pretty", "Tree", "Chart", "Raw", "Headers", "Timeline")
    assert tabs.strip.names() == names
    assert tabs.page("Table") is not None
    assert tabs.page("Pretty") is None
    with qtbot.waitSignal(tabs.read, timeout=PATIENCE):
        tabs.open("Pretty")
    assert tabs.page("Pretty") is not None
    assert tabs.page("Nonsense") is None


def test_the_tab_chosen_stays_and_comes_back(
    tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot
) -> None:
    show(tabs, odata(3), bridge, qtbot)
    tabs.open("Pretty")
    show(tabs, odata(4), bridge, qtbot)
    assert tabs.strip.current_name() == "Pretty"
    show(tabs, b"plain", bridge, qtbot, "text/plain")
    assert tabs.strip.current_name() == "Raw"
    show(tabs, odata(4), bridge, qtbot)
    assert tabs.strip.current_name() == "Pretty"


def test_an_answer_without_rows_opens_as_text(
    tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot
) -> None:
    show(tabs, b'{"a":1}', bridge, qtbot)
    assert tabs.strip.current_name() == "Pretty"
    show(tabs, odata(1), bridge, qtbot)
    assert tabs.strip.current_name() == "Table"
    show(tabs, b'{"a":1}', bridge, qtbot)
    with qtbot.waitSignal(tabs.read, timeout=PATIENCE):
        tabs.open("Headers")
    with qtbot.assertNotEmitted(tabs.failed):
        tabs.open("Table")
    assert tabs.strip.current_name() == "Table"


def test_tools_go_with_their_page(tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot) -> None:
    show(tabs, odata(3), bridge, qtbot)
    table = tabs.page("Table")
    assert table is not None
    assert table.tools is not None
    assert table.tools.isVisible()
    tabs.open("Headers")
    assert not table.tools.isVisible()
    assert tabs.rows_text() == "3 rows"


def test_tools_that_have_no_room_beside_the_tabs_stand_below_them(
    tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot
) -> None:
    show(tabs, odata(3), bridge, qtbot)
    page = tabs.page("Table")
    assert page is not None
    assert page.tools is not None
    bar = tabs.strip.tabBar()
    field = page.tools.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    tabs.resize(1200, 400)
    top = page.mapTo(tabs, QPoint(0, 0)).y()
    for width, is_below in ((1200, False), (tabs.strip.tabs_width() + 40, True), (1200, False)):
        tabs.resize(width, 400)
        tools = page.tools.mapTo(tabs, QPoint(0, 0)).y()
        assert (tools >= bar.geometry().bottom()) is is_below
        qtbot.waitUntil(lambda: bar.tabRect(bar.count() - 1).right() <= bar.width())
        assert page.tools.isVisible()
        assert tabs.focusWidget() is field, width
    qtbot.waitUntil(lambda: page.mapTo(tabs, QPoint(0, 0)).y() == top)
    tabs.resize(tabs.strip.tabs_width() + 40, 400)
    with qtbot.waitSignal(tabs.read, timeout=PATIENCE):
        tabs.open("Headers")
    tabs.resize(1200, 400)
    tabs.open("Table")
    assert page.tools.mapTo(tabs, QPoint(0, 0)).y() < bar.geometry().bottom()


def test_what_was_forgotten_is_not_shown(tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot) -> None:
    show(tabs, odata(3), bridge, qtbot)
    tabs.forget()
    tabs.open("Raw")
    assert tabs.page("Raw") is None


def test_a_broken_picture_leads_to_its_bytes(
    tabs: ResponseTabs, bridge: Bridge, qtbot: QtBot
) -> None:
    show(tabs, b"\x89PNG\r\n", bridge, qtbot, "image/png")
    assert tabs.strip.names() == ("Image", "Hex", "Headers", "Timeline")
    with qtbot.waitSignal(tabs.read, timeout=PATIENCE):
        tabs.page("Image").other_page_requested.emit("Hex")
    assert tabs.strip.current_name() == "Hex"
