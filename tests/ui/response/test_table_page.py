import threading
from collections.abc import Callable, Generator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.view import TableView
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.background import Background, MakeSteps, Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.table_page import TablePage, total_of
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> TablePage:
    made = TablePage()
    made.resize(800, 400)
    shown(made)
    qtbot.addWidget(made.filter)
    return made


def ready(body: bytes, bridge: Bridge, background: Background | None = None) -> BodySource:
    answer = snapshot(body)
    source = BodySource(answer, views_of(answer), background or bridge)
    source.prepare()
    return source


def filled(page: TablePage, body: bytes, bridge: Bridge, qtbot: QtBot) -> TablePage:
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(ready(body, bridge))
    return page


def column(page: TablePage, name: str) -> list[str]:
    model = page.view.model()
    names = [
        str(model.headerData(c, Qt.Orientation.Horizontal)).rstrip(" ↑↓")
        for c in range(model.columnCount())
    ]
    return [model.index(r, names.index(name)).data() for r in range(model.rowCount())]


def test_rows_and_their_number(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    assert column(page, "ID") == [str(i) for i in range(20)]
    assert page.rows_text() == "20 rows"
    assert not page.is_reading
    filled(page, odata(3, **{"@odata.count": 70, "@odata.nextLink": "n"}), bridge, qtbot)
    assert page.rows_text() == "3 of 70 rows · more available"


def test_sorting_by_clicks(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    header = page.view.horizontalHeader()
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        header.sectionClicked.emit(1)
    assert column(page, "Name") == sorted(column(page, "Name"))
    assert page.view.model().headerData(1, Qt.Orientation.Horizontal) == "Name ↑"
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        header.sectionClicked.emit(1)
    assert column(page, "Name") == sorted(column(page, "Name"), reverse=True)
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        header.sectionClicked.emit(1)
    assert column(page, "ID") == [str(i) for i in range(20)]


def test_filtering_while_sorted(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        page.sort(0, True)
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        qtbot.keyClicks(page.filter, "name 3")
    assert column(page, "ID") == ["17", "10", "3"]
    assert page.rows_text() == "3 of 20 rows"
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        page.filter.clear()
    assert page.shown_count == 20


def test_a_new_answer_forgets_filter_and_order(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(20), bridge, qtbot)
    with qtbot.waitSignal(page.rows_changed, timeout=PATIENCE):
        qtbot.keyClicks(page.filter, "3")
    filled(page, odata(5), bridge, qtbot)
    assert page.filter.text() == ""
    assert page.shown_count == 5


class Halting:
    """Real work on the real lane that goes on only after `go_on`, once it has something to show."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.first, self.first_with_paint = bridge.first, bridge.first_with_paint
        self._may_go_on = threading.Event()

    def go_on(self) -> None:
        self._may_go_on.set()

    def start_steps(self, make: MakeSteps, *args: Any, **more: Any) -> Work:
        def halting() -> Generator[Any, None, Any]:
            steps = make()
            yield next(steps)
            self._may_go_on.wait(PATIENCE / 1000)
            return (yield from steps)

        return self._bridge.start_steps(halting, *args, **more)


def test_rows_appear_while_they_are_found(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    halting = Halting(bridge)
    page.show_source(ready(odata(100_000), bridge, halting))
    qtbot.waitUntil(lambda: page.shown_count > 0, timeout=PATIENCE)
    assert page.is_reading
    assert page.shown_count < 100_000
    halting.go_on()
    qtbot.waitUntil(lambda: not page.is_reading, timeout=PATIENCE)
    assert page.shown_count == 100_000


def test_a_sort_asked_for_while_reading_comes_after(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    halting = Halting(bridge)
    page.show_source(ready(odata(100_000), bridge, halting))
    qtbot.waitUntil(lambda: page.count is not None, timeout=PATIENCE)
    assert page.is_reading
    assert page.rows_text().endswith("so far")
    page.sort(0, True)
    halting.go_on()
    qtbot.waitUntil(lambda: not page.is_reading, timeout=PATIENCE)
    model = page.view.model()
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "99999", timeout=PATIENCE)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"value":[]}', "The list is empty"),
        (b'{"a":1}', "No rows in this answer"),
        (b'{"a":', "This answer is not JSON"),
    ],
)
def test_why_it_is_empty(
    page: TablePage, bridge: Bridge, qtbot: QtBot, body: bytes, words: str
) -> None:
    signal = page.read if page.count == 0 or b"[]" in body else page.empty
    with qtbot.waitSignal(signal, timeout=PATIENCE):
        page.show_source(ready(body, bridge))
    assert page.blank.isVisible()
    assert page.blank.accessibleName() == words
    filled(page, odata(2), bridge, qtbot)
    assert page.view.isVisible()


def test_a_body_cut_short_says_so(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20)[:-30], bridge, qtbot)
    assert "the rows before it" in page.note.text()


def test_types_told_by_the_view(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    answer = snapshot(b'{"log":[{"a":1}],"rows":[{"ID":"12"}]}')
    source = BodySource(answer, (TableView("rows", {"ID": "Edm.Int64"}),), bridge)
    source.prepare()
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(source)
    assert page.view.model().columns[0].declared == "Edm.Int64"


def test_too_many_cells_to_copy_are_said(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(2), bridge, qtbot)
    page.view.copy_refused.emit()
    assert "Select fewer cells" in page.note.text()


def test_totals() -> None:
    assert total_of({"@odata.count": 5}) == 5
    assert total_of({"odata.count": "7"}) == 7
    assert total_of({"totalResults": 9}) == 9
    assert total_of({"@odata.count": "many"}) is None
