import pytest
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.page import Page
from tests.ui.response.answers import snapshot


def test_a_page_must_say_how_it_shows_an_answer(bridge: Bridge, qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.stop()
    assert (page.rows_text(), page.tools) == ("", None)
    with pytest.raises(NotImplementedError):
        page.show_source(BodySource(snapshot(b""), (), bridge))
