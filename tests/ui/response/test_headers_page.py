from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.headers_page import HeadersPage
from tests.ui.response.answers import snapshot


def test_it_is_filled_at_once(bridge: Bridge, qtbot: QtBot) -> None:
    page = HeadersPage()
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.read):
        page.show_source(BodySource(snapshot(b"{}"), (), bridge))
    assert page.view.headers.rowCount() == 2
    page.stop()
    assert page.rows_text() == ""
