"""An answer that is shown while it arrives: nothing jumps, nothing a person did is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.response import ResponseBody, ResponseSnapshot
from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.response.panel import ResponsePanel
from k2bench.workbench.progress import Preview, Progress
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of

WHOLE = odata(400, **{"@odata.nextLink": "n"})


@pytest.fixture
def panel(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> ResponsePanel:
    made = ResponsePanel(bridge)
    made.resize(800, 500)
    shown(made)
    return made


def part(share: float, body: bytes = WHOLE) -> ResponseSnapshot:
    whole = snapshot(body)
    return replace(whole, body=ResponseBody(body[: int(len(body) * share)], complete=False))


def preview(panel: ResponsePanel, qtbot: QtBot, snap: ResponseSnapshot) -> None:
    with qtbot.waitSignal(panel.tabs.read, timeout=PATIENCE):
        panel.show_preview(Preview(snap, views_of(snap), len(WHOLE)))


def answer(panel: ResponsePanel, qtbot: QtBot, snap: ResponseSnapshot) -> None:
    with qtbot.waitSignal(panel.shown, timeout=PATIENCE):
        panel.show_answer(snap, views_of(snap))


def table(panel: ResponsePanel):  # type: ignore[no-untyped-def]
    return panel.tabs.page("Table")


def test_rows_are_there_before_the_rest(panel: ResponsePanel, qtbot: QtBot) -> None:
    told: list[str] = []
    panel.shown.connect(lambda: told.append("shown"))
    panel.show_waiting()
    preview(panel, qtbot, part(0.25))
    assert panel.tabs.isVisible()
    assert panel.status_text() == "200 OK"
    rows = table(panel).count
    assert 0 < rows < 400
    assert panel.rows_text() == f"{rows:,} rows so far"
    assert table(panel).note.text() == ""  # that it ends early goes without saying
    assert panel.arriving.isVisible()
    assert panel.arriving.words.text().endswith(" so far; the rest is on its way")
    panel.show_progress(Progress(200, 20_000, 40_000))
    assert panel.arriving.words.text() == "20 KB of 40 KB so far; the rest is on its way"
    assert not told
    answer(panel, qtbot, snapshot(WHOLE))
    assert panel.rows_text() == "400 rows · more available"
    assert not panel.arriving.isVisible()
    assert panel.note.text() == ""
    assert told == ["shown"]


def test_the_table_stays_as_a_person_left_it(panel: ResponsePanel, qtbot: QtBot) -> None:
    preview(panel, qtbot, part(0.5))
    view, model = table(panel).view, table(panel).view.model()
    view.setCurrentIndex(model.index(60, 1))
    view.verticalScrollBar().setValue(55)
    view.setColumnWidth(1, 333)
    for snap in (part(0.75), snapshot(WHOLE)):
        (answer if snap.body.complete else preview)(panel, qtbot, snap)
        assert view.model() is model
        assert view.currentIndex().row() == 60
        assert view.verticalScrollBar().value() == 55
        assert view.columnWidth(1) == 333
    assert model.rowCount() == 400


def test_a_filter_goes_on_with_the_rest(panel: ResponsePanel, qtbot: QtBot) -> None:
    preview(panel, qtbot, part(0.5))
    page = table(panel)
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        page.filter.setText("Name 3")
        page.filter_now()
    few = page.shown_count
    answer(panel, qtbot, snapshot(WHOLE))
    qtbot.waitUntil(lambda: page.shown_count == 57, timeout=PATIENCE)
    assert few < 57
    assert page.filter.text() == "Name 3"


@pytest.mark.parametrize("name", ["Pretty", "Raw"])
def test_the_text_stays_where_it_is(panel: ResponsePanel, qtbot: QtBot, name: str) -> None:
    panel.tabs.show_names(("Table", "Pretty", "Raw", "Headers"))
    panel.tabs.open(name)
    body = odata(5000)
    preview(panel, qtbot, part(0.5, body))
    assert panel.tabs.strip.current_name() == name
    page = panel.tabs.page(name)
    view = page.view  # type: ignore[union-attr]
    place = view.lines.count() // 10
    view.verticalScrollBar().setValue(place)
    view.select(Selection(Position(place, 1), Position(place, 5)))
    assert page.note.text() == ""  # type: ignore[union-attr]
    before, chosen = view.verticalScrollBar().value(), view.selected_text()
    lines = view.lines
    answer(panel, qtbot, snapshot(body))
    assert view.lines is not lines
    assert view.lines.count() > lines.count()
    assert panel.tabs.strip.current_name() == name
    assert view.verticalScrollBar().value() == before
    assert view.selected_text() == chosen != ""


def test_what_came_before_a_cancel_stays(panel: ResponsePanel, qtbot: QtBot) -> None:
    preview(panel, qtbot, part(0.5))
    with qtbot.waitSignal(panel.shown):
        panel.show_cancelled()
    assert panel.tabs.isVisible()
    assert not panel.arriving.isVisible()
    assert panel.note.text().startswith("Cancelled after ")
    assert panel.rows_text().endswith(" rows")
    answer(panel, qtbot, snapshot(WHOLE))
    assert panel.note.text() == ""
    assert table(panel).view.currentIndex().row() == -1


def test_a_part_that_is_still_read_when_it_is_cancelled(panel: ResponsePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.tabs.read, timeout=PATIENCE):
        snap = part(0.5)
        panel.show_preview(Preview(snap, views_of(snap)))
        panel.show_cancelled()
    assert "Cancelled" in panel.note.text()


def test_no_rows_yet(panel: ResponsePanel, qtbot: QtBot) -> None:
    body = b'{"about": "' + b"x" * 1000 + b'", "value": [{"a": 1}]}'
    preview(panel, qtbot, part(0.5, body))
    assert panel.tabs.strip.current_name() == "Pretty"
    assert table(panel).blank.accessibleName() == "No rows so far"
    preview(panel, qtbot, part(0.6, body))
    assert panel.tabs.strip.current_name() == "Pretty"
    answer(panel, qtbot, snapshot(body))
    assert panel.tabs.strip.current_name() == "Table"
    assert panel.rows_text() == "1 row"
    assert table(panel).view.isVisible()


def test_another_answer_starts_anew(panel: ResponsePanel, qtbot: QtBot) -> None:
    preview(panel, qtbot, part(0.5))
    table(panel).view.verticalScrollBar().setValue(20)
    panel.show_waiting()
    answer(panel, qtbot, snapshot(odata(5)))
    assert panel.rows_text() == "5 rows"
    assert table(panel).view.verticalScrollBar().value() == 0


def test_another_array_chosen_of_a_part_stays_chosen(panel: ResponsePanel, qtbot: QtBot) -> None:
    first = b'{"value": [' + b", ".join(b'{"a": %d}' % n for n in range(50)) + b"], "
    body = first + b'"more": [' + b", ".join(b'{"a": %d}' % -n for n in range(1, 90)) + b"]}"
    preview(panel, qtbot, part(0.7, body))
    page = table(panel)
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.tools.array_chosen.emit(1)
    assert page.view.model().index(0, 0).data() == "-1"
    answer(panel, qtbot, snapshot(body))
    assert page.view.model().index(0, 0).data() == "-1"
    assert page.count == 89
