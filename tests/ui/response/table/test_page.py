import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.view import TableView
from k2bench.content.column_filter import ColumnFilter
from k2bench.content.copy_format import CopyFormat
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.background import Background, MakeSteps, Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.table.page import TablePage, total_of
from k2bench.workbench.table_layouts import TableLayouts
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import URL, odata, snapshot, views_of


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


def elsewhere(body: bytes, bridge: Bridge, url: str) -> BodySource:
    """An answer from another address."""
    answer = snapshot(body)
    answer = replace(answer, sent=replace(answer.sent, url=url))
    source = BodySource(answer, views_of(answer), bridge)
    source.prepare()
    return source


def test_the_same_entity_set_keeps_filter_and_order_and_says_so(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(20), bridge, qtbot)
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        qtbot.keyClicks(page.filter, "3")
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.sort(0, True)
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.add_filter(ColumnFilter("Name", "name"))
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.show_source(elsewhere(odata(5), bridge, URL + "?$top=5"))
    assert page.filter.text() == "3"
    assert column(page, "ID") == ["3", "2"]  # whose salary is 3.0
    assert page.rows_text() == "2 of 5 rows"
    assert page.view.model().headerData(0, Qt.Orientation.Horizontal) == "ID ↓"
    assert page.strip.isVisible()
    assert page.view._sorted == (0, True)


def test_columns_that_are_gone_do_not_filter(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.add_filter(ColumnFilter("Name", "3"))
    filled(page, b'{"value":[{"ID":1},{"ID":2}]}', bridge, qtbot)
    assert page.shown_count == 2
    assert not page.strip.isVisible()


def test_another_entity_set_forgets_filter_and_order(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(20), bridge, qtbot)
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        qtbot.keyClicks(page.filter, "3")
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.add_filter(ColumnFilter("Name", "name"))
    page.strip.edit("ID")
    other = elsewhere(odata(5), bridge, URL.replace("EmployeeSample", "Suppliers"))
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(other)
    assert page.filter.text() == ""
    assert page.shown_count == 5
    assert not page.strip.isVisible()


def test_the_layout_of_a_table_is_remembered(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    layouts = TableLayouts()
    other = URL.replace("EmployeeSample", "Suppliers")
    for url, shown in ((URL, 5), (other, 5), (URL + "(1)?$top=3", 4)):
        source = elsewhere(odata(5), bridge, url)
        source.layouts = layouts
        with qtbot.waitSignal(page.read, timeout=PATIENCE):
            page.show_source(source)
        assert len(page.columns.shown()) == shown
        if url == URL:
            page.columns.hide(2)
    assert layouts.get(URL).hidden == ("Salary",)


SEVERAL = b'{"log":[{"m":"x"},{"m":"y"},{"m":"z"}],"data":{"items":[{"a":1}]},"value":[{"ID":5}]}'


def test_one_of_several_arrays_is_picked(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, SEVERAL, bridge, qtbot)
    picker = page.tools.picker
    assert [picker.itemText(i) for i in range(picker.count())] == [
        "log (3)",
        "data.items (1)",
        "value (1)",
    ]
    assert picker.currentIndex() == 2
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.tools.array_chosen.emit(0)
    assert column(page, "m") == ["x", "y", "z"]
    assert page.rows_text() == "3 rows"
    filled(page, SEVERAL, bridge, qtbot)
    assert column(page, "m") == ["x", "y", "z"]
    assert picker.currentIndex() == 0
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.tools.array_chosen.emit(1)
    assert column(page, "a") == ["1"]


def test_an_empty_array_can_be_left_again(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, b'{"value":[],"log":[{"m":1}]}', bridge, qtbot)
    assert page.blank.isVisible()
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.tools.array_chosen.emit(1)
    assert column(page, "m") == ["1"]
    assert page.filter.isEnabled()


def test_the_pane_with_a_cell_goes_with_the_current_one(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(20), bridge, qtbot)
    index = page.view.model().index
    with qtbot.waitSignal(page.detail.shown, timeout=PATIENCE):
        page.view.cell_requested.emit(index(3, 1))
    assert page.detail.text.toPlainText() == "Name 3"
    with qtbot.waitSignal(page.detail.shown, timeout=PATIENCE):
        page.view.setCurrentIndex(index(4, 0))
    assert page.detail.text.toPlainText() == "4"
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.sort(0, True)
    assert page.detail.text.toPlainText() == ""
    with qtbot.waitSignal(page.detail.shown, timeout=PATIENCE):
        page.view.setCurrentIndex(index(0, 0))
    assert page.detail.text.toPlainText() == "19"
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()


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


ODD = [
    (
        "a hundred thousand columns",
        b"[{" + b",".join(b'"c%d":1' % i for i in range(100_000)) + b"}]",
    ),
    ("doubled keys", b'[{"a":1,"a":{"b":2,"b":3}},{"a":null}]'),
    ("not a number", b'[{"a":NaN},{"a":-Infinity},{"a":"x"}]'),
    ("rows that are no objects", b'[{"a":1},[1,2],"x",null,7]'),
    ("arrays in arrays", b'[{"a":' + b"[" * 5000 + b"]" * 5000 + b"}]"),
    ("half a surrogate pair", b'[{"\\ud800":"\\udfff","a":"\\ud83d\\ude00"}]'),
    ("no UTF-8", b'[{"a":"\xff\xfe"}]'),
    ("no name", b'[{"":1}]'),
]


@pytest.mark.parametrize("body", [data for _, data in ODD], ids=[name for name, _ in ODD])
def test_odd_tables_can_be_worked_with(
    page: TablePage, bridge: Bridge, qtbot: QtBot, body: bytes
) -> None:
    filled(page, body, bridge, qtbot)
    names = page.columns.names
    assert 0 < len(names) <= 10_000
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.sort(0, True)
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        page.add_filter(ColumnFilter(names[0], "no such thing", excluded=True))
    with qtbot.waitSignal(page.detail.shown, timeout=PATIENCE):
        page.show_cell(page.view.model().index(0, 0))
    page.columns.hide(len(names) - 1)
    page.columns.freeze(0)
    page.view.selectAll()
    for form in CopyFormat:
        with qtbot.waitSignal(page.commands.copied, timeout=PATIENCE):
            page.commands.copy(form)
    page.grab()
    page.columns.reset()


def test_totals() -> None:
    assert total_of({"@odata.count": 5}) == 5
    assert total_of({"odata.count": "7"}) == 7
    assert total_of({"totalResults": 9}) == 9
    assert total_of({"@odata.count": "many"}) is None
