from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.response import Redirect
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.timeline_page import LAST_ONLY, TimelinePage
from tests.ui.response.answers import snapshot


def test_it_shows_and_copies_figures(
    bridge: Bridge, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    page = TimelinePage()
    page.resize(700, 500)
    shown(page)
    snap = replace(snapshot(b"x"), redirects=(Redirect(302, "https://a", "https://b"),))
    with qtbot.waitSignal(page.read):
        page.show_source(BodySource(snap, (), bridge))
    assert page.hint.text() == LAST_ONLY
    assert "Waiting: 100.00 ms" in page.bars.accessibleDescription()
    page.facts.selectRow(0)
    qtbot.keyClick(page.facts, "c", page_modifier())
    assert QGuiApplication.clipboard().text() == "Connect (with DNS)\t10.00 ms"
    page.show_source(BodySource(snap, (), bridge, arriving=True))
    assert page.bars.accessibleDescription() == ""
    assert "once the whole answer" in page.hint.text()


def page_modifier():  # type: ignore[no-untyped-def]
    return QKeySequence(QKeySequence.StandardKey.Copy)[0].keyboardModifiers()


def test_a_low_pane_scrolls_and_the_keyboard_reaches_every_row(
    bridge: Bridge, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    page = TimelinePage()
    page.resize(500, 120)
    shown(page)
    assert page.minimumSizeHint().height() <= 120
    page.show_source(BodySource(snapshot(b"x"), (), bridge))
    last = page.facts.rowCount() - 1
    qtbot.waitUntil(
        lambda: page.facts.height() > page.facts.rowViewportPosition(last), timeout=5000
    )
    bar = page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=5000)
    page.facts.setCurrentCell(last, 0)
    assert bar.value() > bar.maximum() // 2
