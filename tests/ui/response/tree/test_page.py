import json
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.tree.model import TreeModel
from k2bench.ui.response.tree.page import TreePage
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot
from tests.ui.response.table.test_page import Halting, ready
from tests.ui.response.tree.test_expansion import open_paths


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> TreePage:
    made = TreePage()
    made.resize(800, 400)
    shown(made)
    qtbot.addWidget(made.levels)
    return made


def filled(page: TreePage, body: bytes, bridge: Bridge, qtbot: QtBot) -> TreeModel:
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(ready(body, bridge))
    return model_of(page)


def model_of(page: TreePage) -> TreeModel:
    model = page.view.model()
    assert isinstance(model, TreeModel)
    return model


def names(page: TreePage) -> list[str]:
    """The rows that are seen."""
    found, index = [], page.view.model().index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = page.view.indexBelow(index)
    return found


def test_the_root_is_open(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(3), bridge, qtbot)
    assert names(page) == ["$", "@odata.context", "value"]
    assert not page.is_reading
    assert not page.note.isVisible()
    filled(page, b"[1,2]", bridge, qtbot)
    assert names(page) == ["$", "0", "1"]


def test_rows_are_there_while_the_body_is_read(
    page: TreePage, bridge: Bridge, qtbot: QtBot
) -> None:
    halting = Halting(bridge)
    page.show_source(ready(odata(100_000), bridge, halting))
    qtbot.waitUntil(lambda: "value" in names(page), timeout=PATIENCE)
    assert page.is_reading
    page.expand_to(2)
    assert names(page)[:3] == ["$", "@odata.context", "value"]
    halting.go_on()
    qtbot.waitUntil(lambda: "[0..9999]" in names(page), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not page.view.expansion.is_active(), timeout=PATIENCE)
    assert open_paths(page.view)[:2] == ["$", "$['value']"]


def test_a_large_value_within_a_row_is_read_when_it_is_opened(
    page: TreePage, bridge: Bridge, qtbot: QtBot
) -> None:
    body = json.dumps([{"a": list(range(50_000))}]).encode()
    model = filled(page, body, bridge, qtbot)
    page.view.expand(model.index_of([0]))
    qtbot.waitUntil(lambda: "a" in names(page), timeout=PATIENCE)
    page.view.expand(model.index_of([0, 0]))
    qtbot.waitUntil(lambda: "[40000..49999]" in names(page), timeout=PATIENCE)


@pytest.mark.parametrize(
    ("body", "rows", "words"),
    [
        (b'{"value":[{"ID":1},{"I', ["$", "value"], "in the middle"),
        (b'{"a":1} {"a":2}', ["$", "a"], "More text follows"),
        (b"[1,2", ["$", "0", "1"], "ends where"),
    ],
)
def test_a_flaw_is_said(
    page: TreePage, bridge: Bridge, qtbot: QtBot, body: bytes, rows: list[str], words: str
) -> None:
    filled(page, body, bridge, qtbot)
    assert names(page) == rows
    assert words in page.note.text()
    assert page.note.text().endswith("What stands before it is shown.")


def test_what_is_no_json_says_so(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.empty, timeout=PATIENCE):
        page.show_source(ready(b"hello", bridge))
    assert page.blank.isVisible()
    assert page.blank.accessibleName() == "This answer is not JSON"
    filled(page, b"1", bridge, qtbot)
    assert names(page) == ["$"]


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000 + b"]" * 100_000,
        b"[" * 100_000,
        b'{"a":1,"a":2,"\\ud800":"\\udfff","n":NaN,"\xff":"\xff\xfe"}',
        b'\xef\xbb\xbf{"a":"\\u202e\\u0000\x01"}',
        b'{"long":"' + b"x" * 5_000_000 + b'"}',
        b"{" + b",".join(b'"k%d":%d' % (n, n) for n in range(100_000)) + b"}",
        b'{"a":"\x00"}',
        b"",
        b"\0",
    ],
)
def test_bad_input_is_shown_as_far_as_it_goes(
    page: TreePage, bridge: Bridge, qtbot: QtBot, body: bytes
) -> None:
    with (
        qtbot.waitSignals([page.read], timeout=PATIENCE)
        if body[:1] not in b"\0"
        else (qtbot.waitSignals([page.empty], timeout=PATIENCE))
    ):
        page.show_source(ready(body, bridge))
    page.expand_to(4)
    qtbot.waitUntil(lambda: not page.view.expansion.is_active(), timeout=PATIENCE)
    page.grab()
    for action in page.view.actions():
        action.trigger()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_the_bound_of_an_expansion_is_said(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20_000), bridge, qtbot)
    with qtbot.waitSignal(page.view.expansion.finished, timeout=PATIENCE):
        page.levels.level_requested.emit(3)
    assert "Only the first 2,000 rows" in page.note.text()
    with qtbot.waitSignal(page.view.expansion.finished, timeout=PATIENCE):
        page.levels.collapse.click()
    assert not page.note.isVisible()


def test_too_much_to_copy_is_said(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, b"[1]", bridge, qtbot)
    page.view.copy_refused.emit()
    assert "at most 16.0 MB" in page.note.text()
    page.view.copy_path()
    assert QGuiApplication.clipboard().text() == "$"


def test_another_body_drops_the_first(page: TreePage, bridge: Bridge, qtbot: QtBot) -> None:
    page.show_source(ready(odata(50_000), bridge))
    filled(page, b"[]", bridge, qtbot)
    assert names(page) == ["$"]
    page.show_source(ready(odata(50_000), bridge))
    page.stop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_what_was_opened_stays_open_while_the_body_arrives(
    page: TreePage, bridge: Bridge, qtbot: QtBot
) -> None:
    body = odata(300)
    parts = []
    for size in (len(body) // 3, len(body) // 2, len(body)):
        before = parts[-1] if parts else None
        answer = snapshot(body[:size])
        parts.append(BodySource(answer, (), bridge, None, before, size < len(body)))
        parts[-1].prepare()
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(parts[0])
    page.view.reveal([1, 7, 1])
    page.view.expand(page.view.model().index(0, 0))
    for part in parts[1:]:
        model = page.view.model()
        with qtbot.waitSignal(page.read, timeout=PATIENCE):
            page.show_source(part)
            assert page.view.model() is model
        assert page.view.model() is not model
        assert page.view.currentIndex().data() == "Name"
        assert set(open_paths(page.view)) == {"$", "$['value']", "$['value'][7]"}
    assert not page.note.isVisible()
    assert page.tree is not None
    assert page.tree.root_place().end == len(body)
