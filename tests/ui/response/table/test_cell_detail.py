from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.columns import Column
from k2bench.content.json_rows import JsonRows
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.table.cell_detail import WRAPPED, CellDetail
from tests.content.samples import done
from tests.ui.conftest import PATIENCE

Show = Callable[[bytes], CellDetail]


@pytest.fixture
def detail(shown: Callable[[QWidget], QWidget]) -> CellDetail:
    made = CellDetail()
    made.resize(400, 300)
    shown(made)
    return made


@pytest.fixture
def show(detail: CellDetail, bridge: Bridge, qtbot: QtBot) -> Show:
    def show_value(raw: bytes, name: str = "a") -> CellDetail:
        rows = done(JsonRows(b'[{"a":' + raw + b"}]").read()).main
        with qtbot.waitSignal(detail.shown, timeout=PATIENCE):
            detail.show_cell(bridge, rows, 0, Column(name))
        return detail

    return show_value


@pytest.mark.parametrize(
    ("raw", "text", "facts"),
    [
        (b'"x\\n<b>"', "x\n<b>", "string · 5 characters"),
        (b'""', "", "string · empty"),
        (b"1.10", "1.10", "number"),
        (b"null", "null", "null"),
        (b"NaN", "NaN", "unreadable"),
        (b'"\\ud800"', "\ufffd", "string · 1 character"),
    ],
)
def test_short_values_are_wrapped_texts(show: Show, raw: bytes, text: str, facts: str) -> None:
    detail = show(raw)
    assert (detail.text.toPlainText(), detail.facts.text()) == (text, facts)
    assert detail.text.isVisible()


def test_a_moment_is_told_in_local_time(show: Show) -> None:
    assert show(b'"2024-03-01T10:00:00Z"').facts.text().endswith("local time")


def test_nested_values_are_laid_out(show: Show) -> None:
    detail = show(b'{"b":[1.10,{}]}')
    assert detail.lines.isVisible()
    assert list(detail.lines.visible_texts()) == [
        "{",
        '  "b": [',
        "    1.10,",
        "    {}",
        "  ]",
        "}",
    ]
    assert detail.facts.text() == "object · 1 member · 15 bytes"
    assert show(b"[]").facts.text() == "array · 0 elements · 2 bytes"


def test_a_long_text_is_shown_line_by_line(show: Show) -> None:
    detail = show(b'"' + b"word " * WRAPPED + b'"')
    assert detail.lines.isVisible()
    assert detail.facts.text() == f"string · {5 * WRAPPED:,} characters"
    detail.copy()
    assert len(QGuiApplication.clipboard().text()) == 5 * WRAPPED


def test_a_missing_value(detail: CellDetail, bridge: Bridge, qtbot: QtBot) -> None:
    rows = done(JsonRows(b'[{"b":1}]').read()).main
    with qtbot.waitSignal(detail.shown, timeout=PATIENCE):
        detail.show_cell(bridge, rows, 0, Column("a" * 500, declared="Edm.String"))
    assert detail.facts.text() == "Edm.String · missing · the row has no such key"
    assert not detail.copy_.isEnabled()
    assert len(detail.title.text()) < 100


def test_the_last_cell_counts(detail: CellDetail, bridge: Bridge, qtbot: QtBot) -> None:
    rows = done(JsonRows(b'[{"a":1},{"a":2}]').read()).main
    with qtbot.waitSignal(detail.shown, timeout=PATIENCE):
        detail.show_cell(bridge, rows, 0, Column("a"))
        detail.show_cell(bridge, rows, 1, Column("a"))
    assert detail.text.toPlainText() == "2"
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert detail.text.toPlainText() == "2"


def test_esc_and_the_button_close_it(show: Show, qtbot: QtBot) -> None:
    detail = show(b"1")
    for close in (lambda: qtbot.keyClick(detail.text, Qt.Key.Key_Escape), detail.close_.click):
        with qtbot.waitSignal(detail.closed):
            close()


def test_no_cell(show: Show) -> None:
    detail = show(b"1")
    detail.clear()
    assert detail.text.toPlainText() == ""
    detail.copy()
