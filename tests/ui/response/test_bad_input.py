"""Bad input through the whole pane: each body shows as far as it can, and what is wrong is said."""

import socket
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.response import ResponseSnapshot
from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page
from k2bench.ui.response.panel import ResponsePanel
from k2bench.ui.response.table.page import TablePage
from tests.content.torture import CASES
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import snapshot, views_of

JSON, TEXT, XML, HTML = "application/json", "text/plain", "application/xml", "text/html"
MANY = 100_000
MEGABYTES = 3_000_000
ROW = '[{"a":"é"}]'
HEBREW = "\u05e9\u05dc\u05d5\u05dd"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;&b;</l>'


@dataclass(frozen=True)
class Bad:
    """A body, what is said of it, and a part of it that can be seen.

    Attributes:
        told: in the sentences of the pane and of its pages; empty: nothing is wrong with it.
        seen: on the page Pretty, or Raw where there is no such.
        rows: of the table; None: there is no table to be seen.
    """

    body: bytes
    media_type: str = JSON
    told: str = ""
    seen: str = ""
    rows: int | None = None


BAD = {
    "arrays 100,000 deep": Bad(b"[" * MANY + b"]" * MANY, told="nested too deeply", seen="    ["),
    "objects 100,000 deep": Bad(
        b'{"a":' * MANY + b"1" + b"}" * MANY, told="nested too deeply", seen='"a": {'
    ),
    "3,000 deep": Bad(b"[" * 3000 + b"]" * 3000, told="more deeply than most", seen="  ["),
    "a doubled key": Bad(b'[{"a":1,"a":2}]', told="“a” stands twice", seen='"a": 1,', rows=1),
    "NaN": Bad(b'[{"a":NaN}]', told="Invalid character (byte 6)", seen='"a": NaN', rows=1),
    "a mark of UTF-8": Bad(b"\xef\xbb\xbf" + ROW.encode(), seen='"a": "é"', rows=1),
    "UTF-16 with a mark": Bad(ROW.encode("utf-16"), seen='"a": "é"', rows=1),
    "UTF-16 without one": Bad(ROW.encode("utf-16-le"), seen='"a": "é"', rows=1),
    "UTF-32": Bad(ROW.encode("utf-32"), seen='"a": "é"', rows=1),
    "UTF-16 said to be UTF-8": Bad(
        ROW.encode("utf-16"),
        f"{JSON}; charset=utf-8",
        "header says utf-8, but the body starts as UTF-16-LE",
        '"a": "é"',
        1,
    ),
    "an unknown charset": Bad(
        b'[{"a":1}]', f"{JSON}; charset=klingon", "unknown encoding, klingon", '"a": 1', 1
    ),
    "half a pair of UTF-16": Bad(
        '[{"a":"\ud83d"}]'.encode("utf-16-le", "surrogatepass"),
        f"{JSON}; charset=utf-16",
        "Not all of it is UTF-16-LE",
        '"a": "\ufffd"',
        1,
    ),
    "a lone surrogate": Bad(
        b'[{"a":"\\ud83d"}]', told="Half of a pair of surrogates", seen='"a": "\\ud83d"', rows=1
    ),
    "a surrogate in UTF-8": Bad(
        b'[{"a":"\xed\xa0\xbd"}]', told="Byte 7 is not UTF-8", seen="\ufffd", rows=1
    ),
    "invalid UTF-8": Bad(b'[{"a":"\xff"}]', told="Byte 7 is not UTF-8", seen="\ufffd", rows=1),
    "invalid UTF-8 in text": Bad(b"Gr\xfc\xdfe", TEXT, "Byte 2 is not UTF-8", "Gr\ufffd\ufffde"),
    "one line of JSON": Bad(b'[{"a":"' + b"x" * MEGABYTES + b'"}]', seen='"a": "xxx', rows=1),
    "one line of text": Bad(b"x" * MEGABYTES, TEXT, seen="xxx"),
    "100,000 columns": Bad(
        b"[{" + b",".join(b'"c%d":%d' % (i, i) for i in range(MANY)) + b"}]",
        seen='"c0": 0',
        rows=1,
    ),
    "NUL in text": Bad(
        b"one\0two" + b" and more" * 9, TEXT, "NUL characters, the first at byte 3", "one\0two"
    ),
    "NUL in JSON": Bad(b'[{"a":"\0"}]', told="NUL characters", seen='"a": "\0"', rows=1),
    "control characters": Bad(bytes(range(1, 32)) + b"red" * 99, TEXT, seen="\x1ered"[1:]),
    "escaped control characters": Bad(
        b'[{"a":"\\u0000\\u001b[31m"}]', seen='"\\u0000\\u001b[31m"', rows=1
    ),
    "right to left": Bad(
        f'[{{"a":"{HEBREW}","b":"\u202egpj.exe"}}]'.encode(), seen=f'"a": "{HEBREW}"', rows=1
    ),
    "entities": Bad(LAUGHS, XML, seen="<l>&b;&b;</l>"),
    "XML cut off": Bad(b"<a><b>text", XML, "before “b” is closed", "    text"),
    "HTML as JSON": Bad(
        b"<html><body>Sign in</body></html>",
        JSON,
        "header says application/json, but the body is HTML",
        "Sign in",
    ),
    "JSON as HTML": Bad(b'{"a":1}', HTML, "but the body is JSON", '"a": 1'),
    "a picture as JSON": Bad(
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)), JSON, "but the body is an image"
    ),
    "words as JSON": Bad(b"Internal error", told="stands where a value", seen="Internal error"),
    "cut off": Bad(b'[{"a":1},{"a":2},{"a"', told="(byte 21)", seen='"a": 2', rows=2),
    "two values": Bad(b'{"a":1}\n{"a":2}', told="More text follows", seen='{"a":2}'),
    "a comma too many": Bad(b'[{"a":1,}]', told="Trailing comma", seen='"a": 1,', rows=1),
    "blanks": Bad(b" \n ", told="ends where a value is expected"),
    "a form that is none": Bad(
        b"a=%ff&b=%zz&c", "application/x-www-form-urlencoded", seen="a = \ufffd"
    ),
}


@pytest.fixture
def panel(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> ResponsePanel:
    made = ResponsePanel(bridge)
    made.resize(900, 600)
    shown(made)
    return made


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(BlockingIOError):
            server.accept()


def opened(
    panel: ResponsePanel, qtbot: QtBot, bridge: Bridge, answer: ResponseSnapshot
) -> Iterator[tuple[str, Page]]:
    """Shows an answer; each of its pages, filled."""
    panel.show_answer(answer, views_of(answer))
    qtbot.waitUntil(lambda: panel.tabs.is_filled(panel.tabs.strip.current_name()), timeout=PATIENCE)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    for name in panel.tabs.strip.names():
        panel.tabs.open(name)
        page = panel.tabs.page(name)
        assert page is not None
        qtbot.waitUntil(page.isVisible)
        qtbot.waitUntil(partial(panel.tabs.is_filled, name))
        qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
        yield name, page


def notes(panel: QWidget) -> set[str]:
    return {note.text() for note in panel.findChildren(NoteStrip) if note.isVisible()}


def texts(page: Page) -> str:
    views = [view for view in page.findChildren(TextView) if view.isVisible()]
    return "\n".join(text for view in views for text in view.visible_texts())


def assert_shows_something(page: Page) -> None:
    if isinstance(page, TablePage):
        model = page.view.model()
        rows = model.rowCount() if page.view.isVisible() and model else 0
        assert rows or any(each.isVisible() for each in page.findChildren(EmptyState))
    elif page.findChildren(TextView):
        assert texts(page)


@pytest.mark.parametrize("name", BAD)
def test_it_shows_and_says_what_is_wrong(
    panel: ResponsePanel, qtbot: QtBot, bridge: Bridge, name: str
) -> None:
    bad = BAD[name]
    said: set[str] = set()
    seen: dict[str, str] = {}
    rows = None
    for tab, page in opened(panel, qtbot, bridge, snapshot(bad.body, bad.media_type)):
        said |= notes(panel)
        seen[tab] = texts(page)
        if isinstance(page, TablePage) and page.view.isVisible():
            rows = page.view.model().rowCount()
        if bad.seen:
            assert_shows_something(page)
    assert not panel.has_problem()
    text = next((seen[tab] for tab in ("Pretty", "Raw") if tab in seen), "")
    assert bad.seen in text
    assert rows == bad.rows
    if bad.told:
        assert bad.told in " | ".join(said)
    else:
        assert said == set()


def test_nothing_that_a_body_names_is_fetched_and_no_script_is_run(
    panel: ResponsePanel, qtbot: QtBot, bridge: Bridge, nobody: str
) -> None:
    xml = (
        f'<?xml version="1.0"?><?xml-stylesheet href="{nobody}s.xsl"?>'
        f'<!DOCTYPE a SYSTEM "{nobody}a.dtd" [<!ENTITY x SYSTEM "{nobody}x">]>'
        f'<a xmlns:i="{nobody}i"><i:include href="{nobody}b"/>&x;</a>'
    )
    html = (
        f"<html><head><script src='{nobody}s.js'></script><link href='{nobody}c.css'></head>"
        f"<body onload='x()'><img src='{nobody}p.png'><iframe src='{nobody}'></iframe></body>"
    )
    for body, kind in ((xml, XML), (html, HTML), (html, JSON), (xml, HTML)):
        answer = snapshot(body.encode(), kind)
        seen = {tab: texts(page) for tab, page in opened(panel, qtbot, bridge, answer)}
        assert nobody in seen["Raw"]
        assert nobody in seen["Pretty"]
    qtbot.wait(50)  # for a request that should not be


def test_the_suite_of_318_through_the_real_pages(
    panel: ResponsePanel, qtbot: QtBot, bridge: Bridge
) -> None:
    for name, body in CASES.items():
        for tab, page in opened(panel, qtbot, bridge, snapshot(body)):
            if body not in (b"", b" ", BOM_UTF8):
                assert_shows_something(page)
            if tab == "Pretty" and name.startswith("n_"):
                assert notes(panel), name
        assert not panel.has_problem(), name
