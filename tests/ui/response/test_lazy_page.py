from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.lazy_page import LazyPage
from k2bench.ui.response.page import Page
from tests.ui.response.answers import snapshot


class Counting(Page):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[BodySource] = []
        self.stopped = 0

    def show_source(self, source: BodySource) -> None:
        self.shown.append(source)

    def stop(self) -> None:
        self.stopped += 1


def test_a_page_is_made_when_shown_and_filled_once(bridge: Bridge, qtbot: QtBot) -> None:
    lazy = LazyPage(Counting)
    qtbot.addWidget(lazy)
    lazy.forget()
    assert lazy.page is None
    assert not lazy.is_filled
    source = BodySource(snapshot(b"{}"), (), bridge)
    with qtbot.waitSignal(lazy.made):
        lazy.show_source(source)
    page = lazy.page
    assert isinstance(page, Counting)
    assert lazy.is_filled
    assert not lazy.make()
    lazy.show_source(source)
    assert page.shown == [source]
    lazy.forget()
    assert page.stopped == 1
    lazy.show_source(source)
    assert page.shown == [source, source]
    assert lazy.page is page
