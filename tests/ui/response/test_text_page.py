from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.text_page import TextPage, hex_page, pretty_page, raw_page
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot


def ready(body: bytes, bridge: Bridge, media_type: str = "application/json") -> BodySource:
    source = BodySource(snapshot(body, media_type), (), bridge)
    source.prepare()
    return source


def filled(page: TextPage, source: BodySource, qtbot: QtBot) -> TextPage:
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(source)
    return page


def test_pretty(bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    page = pretty_page()
    shown(page)
    filled(page, ready(b'{"a":[1.10]}', bridge), qtbot)
    assert page.view.accessibleName() == "Pretty text"
    assert list(page.view.visible_texts()) == ["{", '  "a": [', "    1.10", "  ]", "}"]
    assert not page.note.isVisible()


def test_raw(bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    page = raw_page()
    shown(page)
    filled(page, ready(b'{"a":\n1}', bridge), qtbot)
    assert page.view.accessibleName() == "Raw text"
    assert list(page.view.visible_texts()) == ['{"a":', "1}"]


def test_hex(bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    page = hex_page()
    shown(page)
    filled(page, ready("hé\0".encode("utf-16"), bridge, "application/octet-stream"), qtbot)
    assert page.view.accessibleName() == "Hex view"
    (line,) = page.view.visible_texts()
    assert line.startswith("00000000  FF FE 68 00 E9 00 00 00 ")  # as it came
    assert page.view.gutter == 0  # the offsets are the line numbers


def test_a_flaw_is_said(bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> None:
    page = pretty_page()
    shown(page)
    filled(page, ready(b"Hello", bridge), qtbot)
    assert page.note.isVisible()
    assert "shown as it was sent" in page.note.text()
    filled(page, ready(b"{}", bridge), qtbot)
    assert not page.note.isVisible()


def test_another_body_drops_the_first(
    bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    page = pretty_page()
    shown(page)
    page.show_source(ready(odata(50_000), bridge))
    filled(page, ready(b"[]", bridge), qtbot)
    assert list(page.view.visible_texts()) == ["[]"]
    page.show_source(ready(odata(50_000), bridge))
    page.stop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("body", "media_type"), [(b"<a b='c'/>", "text/xml"), (b"a=1&b=2", "text/plain"), (b"", "x/y")]
)
def test_other_languages(
    bridge: Bridge,
    qtbot: QtBot,
    shown: Callable[[QWidget], QWidget],
    body: bytes,
    media_type: str,
) -> None:
    page = pretty_page()
    shown(page)
    filled(page, ready(body, bridge, media_type), qtbot)
    assert "".join(page.view.visible_texts()) == body.decode()


def test_a_long_value_opens_whole_and_goes_with_its_answer(
    bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    page = pretty_page()
    shown(page)
    filled(page, ready(b'{"a":1,"note":"' + b"x\\n" * 9000 + b'"}', bridge), qtbot)
    page.view.select(Selection(Position(2, 0), Position(2, 0)))
    page.view.open_value()
    assert page.values.window is not None
    assert page.values.window.windowTitle() == "Value of note"
    qtbot.waitUntil(lambda: page.values.window.copy_.isEnabled(), timeout=PATIENCE)
    assert page.values.window.view.lines.count() == 9000
    filled(page, ready(b"[1]", bridge), qtbot)
    assert page.values.window is None


def test_folds_are_offered_once_the_body_is_read(
    bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    page = pretty_page()
    shown(page)
    filled(page, ready(b'{"a":[[1,2],[3]]}', bridge), qtbot)
    with qtbot.waitSignal(page.levels.done, timeout=PATIENCE):
        page.levels.fold(1)
    assert list(page.view.visible_texts()) == ["{", '  "a": [ … 7 lines ]', "}"]
    assert not page.note.isVisible()


def test_a_large_body_folds_without_holding_up_the_window(
    bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    page = pretty_page()
    shown(page)
    filled(page, ready(odata(50_000), bridge), qtbot)
    shown_lines = list(page.view.visible_texts())
    value = next(line for line, text in enumerate(shown_lines) if text.endswith("["))
    count = page.view.lines.count()
    page.view.fold(value)
    assert page.view.folded.count() == value + 2
    page.view.unfold(value)
    with qtbot.waitSignal(page.levels.done, timeout=PATIENCE) as folded:
        page.levels.fold(2)
    assert folded.args == [50_000]
    assert page.view.folded.count() == value + 50_000 + 3
    page.view.unfold_all()
    assert page.view.folded.count() == count
