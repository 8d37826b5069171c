from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.find import Find
from k2bench.ui.response.find_bar import FindBar
from k2bench.ui.response.page import Page
from k2bench.ui.response.text_page import TextPage, pretty_page, raw_page
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot


@dataclass
class Stand:
    """A bar over a page of text."""

    around: QWidget
    find: Find
    bar: FindBar
    page: TextPage
    bridge: Bridge
    qtbot: QtBot

    def fill(self, body: bytes, page: TextPage | None = None) -> None:
        source = BodySource(snapshot(body), (), self.bridge)
        source.prepare()
        page = page or self.page
        with self.qtbot.waitSignal(page.read, timeout=PATIENCE):
            page.show_source(source)

    def look_for(self, text: str) -> str:
        self.bar.field.setText(text)
        return self.said()

    def said(self) -> str:
        self.qtbot.waitUntil(lambda: not self.find.is_searching, timeout=PATIENCE)
        return self.bar.count.text()


@pytest.fixture
def stand(bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> Stand:
    around, bar, page = QWidget(), FindBar(), pretty_page()
    column = QVBoxLayout(around)
    column.addWidget(bar)
    column.addWidget(page)
    around.resize(800, 300)
    shown(around)
    find = Find(bar, bridge)
    find.show_page(page)
    return Stand(around, find, bar, page, bridge, qtbot)


def test_from_hit_to_hit(stand: Stand) -> None:
    stand.fill(odata(30))
    stand.find.open()
    assert stand.look_for("name 3") == "1 of 4"
    stand.find.step(1)
    assert stand.bar.count.text() == "2 of 4"
    stand.find.step(-1)
    stand.find.step(-1)
    assert stand.bar.count.text() == "4 of 4"
    assert any('"Name 3"' in text for text in stand.page.view.visible_texts())
    stand.find.step(1)
    assert stand.bar.count.text() == "1 of 4"


def test_a_longer_word_stays_where_the_shorter_was_found(stand: Stand) -> None:
    stand.fill(b'["ab", "abc", "abcd", "abc"]')
    stand.find.open()
    stand.look_for("ab")
    stand.find.step(1)
    assert stand.look_for("abc") == "1 of 3"
    assert stand.page.view.selection().caret.line == 2
    stand.find.step(1)
    assert stand.look_for("abcd") == "1 of 1"
    assert stand.look_for("nothing") == "No matches"
    assert stand.look_for("") == ""


def test_switches(stand: Stand) -> None:
    stand.fill(b'["Ab", "ab", "abc"]')
    stand.find.open()
    assert stand.look_for("ab") == "1 of 3"
    stand.bar.match_case.click()
    assert stand.said() == "1 of 2"
    stand.bar.whole_word.click()
    assert stand.said() == "1 of 1"
    stand.bar.whole_word.click()
    stand.bar.regular.click()
    assert stand.look_for("[Aa]b.") == "2 of 3"
    assert stand.look_for("(a") == "Missing ) at position 2."
    assert stand.look_for("(b)") == "2 of 3"


def test_a_pattern_that_takes_too_long_keeps_the_window_live(stand: Stand) -> None:
    stand.fill(b'["' + b"a" * 90 + b'b"]')
    stand.find.open()
    stand.bar.regular.click()
    beats: list[int] = []
    clock = QElapsedTimer()
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: beats.append(clock.restart()))
    clock.start()
    heart.start()
    assert stand.look_for("(a|aa)+$").startswith("This pattern takes too long. Make it simpler")
    heart.stop()
    assert len(beats) > 20  # of 200 in the second that the pattern is given
    assert stand.look_for("a+b") == "1 of 1"


def test_another_answer_is_searched_again(stand: Stand) -> None:
    stand.fill(b'["a"]')
    stand.find.open()
    assert stand.look_for("a") == "1 of 1"
    stand.fill(b'["a", "a", "a"]')
    stand.qtbot.waitUntil(lambda: stand.said() == "1 of 3", timeout=PATIENCE)


def test_a_search_waits_for_its_page(stand: Stand) -> None:
    stand.find.open()
    assert stand.look_for("a") == "searching…"
    stand.fill(b'["a"]')
    stand.qtbot.waitUntil(lambda: stand.said() == "1 of 1", timeout=PATIENCE)


def test_another_page_is_searched_and_the_first_is_not_marked(
    stand: Stand, shown: Callable[[QWidget], QWidget]
) -> None:
    raw = raw_page()
    shown(raw)
    stand.fill(b'{"a":"a"}')
    stand.fill(b'{"a":"a"}', raw)
    stand.find.open()
    assert stand.look_for('"a":') == "1 of 1"
    assert list(stand.page.view._matches.on_line(1)) != []
    stand.find.show_page(raw)
    assert stand.look_for('a":"a') == "1 of 1"
    assert list(stand.page.view._matches.on_line(1)) == []
    stand.find.show_page(None)
    assert stand.said() == ""


def test_a_page_that_cannot_be_searched(stand: Stand, qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    stand.find.show_page(page)
    stand.find.open()
    assert stand.look_for("a") == "This view cannot be searched"


def test_a_newer_search_replaces_an_older_one(stand: Stand) -> None:
    stand.fill(odata(20_000))
    stand.find.open()
    stand.bar.field.setText("e")
    stand.find._start()
    assert stand.find.is_searching
    stand.bar.field.setText('"ID": 19999')
    stand.find._start()
    assert stand.said() == "1 of 1"
    stand.qtbot.waitUntil(stand.bridge.is_idle, timeout=PATIENCE)
    assert stand.bar.count.text() == "1 of 1"


def test_closing_drops_the_search_and_the_marks(stand: Stand) -> None:
    stand.fill(odata(20_000))
    stand.find.open()
    stand.bar.field.setText("e")
    stand.find._start()
    stand.bar.close_bar()
    assert not stand.find.is_searching
    stand.qtbot.waitUntil(stand.bridge.is_idle, timeout=PATIENCE)
    assert list(stand.page.view._matches.on_line(1)) == []
    stand.find.step(1)  # F3 opens it again
    assert stand.bar.isVisible()
    stand.qtbot.waitUntil(lambda: stand.said().startswith("1 of "), timeout=PATIENCE)


def test_more_than_are_kept(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("k2bench.content.search.MOST", 3)
    stand.fill(b'["aaaaaa"]')
    stand.find.open()
    assert stand.look_for("a") == "1 of more than 3"
