import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.chart.choice import Choice
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.background import Background
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.chart.page import ChartPage
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of
from tests.ui.response.table.test_page import Halting


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> ChartPage:
    made = ChartPage()
    made.resize(800, 500)
    shown(made)
    qtbot.addWidget(made.tools)
    return made


def ready(body: bytes, bridge: Bridge, background: Background | None = None) -> BodySource:
    answer = snapshot(body)
    source = BodySource(answer, views_of(answer), background or bridge)
    source.prepare()
    return source


def filled(page: ChartPage, body: bytes, bridge: Bridge, qtbot: QtBot) -> ChartPage:
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(ready(body, bridge))
    return page


def choose(page: ChartPage, qtbot: QtBot, name: str, words: str) -> None:
    (box,) = (b for b in page.findChildren(QComboBox) if b.accessibleName() == name)
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())


def press(page: ChartPage, name: str) -> None:
    buttons = page.tools.findChildren(QAbstractButton)
    next(b for b in buttons if b.accessibleName() == name).click()


def title(page: ChartPage) -> str:
    assert page.view is not None
    return page.view.title.text()


def test_the_first_chart(page: ChartPage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    assert title(page) == "Sum of Salary by Name"
    assert page.view is not None
    assert page.view.isVisible()
    assert page.view.canvas.accessibleDescription().startswith(
        "Bar chart: Sum of Salary by Name, 7 bars."
    )


def test_choosing_draws_anew(page: ChartPage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    choose(page, qtbot, "Chart type", "Scatter")
    assert title(page) == "Salary by ID"
    choose(page, qtbot, "Group by", "Active")
    assert title(page) == "Salary by ID and Active"
    choose(page, qtbot, "Chart type", "Histogram")
    assert title(page) == "Distribution of Salary"


def test_the_choice_stays_for_the_next_answer(
    page: ChartPage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, odata(20), bridge, qtbot)
    choose(page, qtbot, "Aggregate", "Mean")
    filled(page, odata(30), bridge, qtbot)
    assert title(page) == "Mean of Salary by Name"
    filled(page, b'[{"a":"x","b":1}]', bridge, qtbot)
    assert page.choice == Choice(x="a", y="b")


def test_loading_is_shown_until_there_is_a_chart(
    page: ChartPage, bridge: Bridge, qtbot: QtBot
) -> None:
    halting = Halting(bridge)
    page.show_source(ready(odata(20), bridge, halting))
    assert page.blank.isVisible()
    assert page.blank.accessibleName() == "Loading…"
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        halting.go_on()
    assert not page.blank.isVisible()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"value":[]}', "No rows to draw"),
        (b'{"a":1}', "No rows to draw"),
        (b'{"a":', "No rows to draw"),
        (b'[{"a":{"b":1}}]', "No columns to draw"),
        (b'[{"a":null}]', "Nothing to draw"),
    ],
)
def test_why_there_is_no_chart(
    page: ChartPage, bridge: Bridge, qtbot: QtBot, body: bytes, words: str
) -> None:
    filled(page, body, bridge, qtbot)
    assert page.blank.isVisible()
    assert page.blank.accessibleName() == words
    assert page.blank.accessibleDescription()
    assert not page.copy.isEnabled()
    filled(page, odata(3), bridge, qtbot)
    assert page.copy.isEnabled()


def test_another_kind_of_chart_than_the_columns_can_have(
    page: ChartPage, bridge: Bridge, qtbot: QtBot
) -> None:
    filled(page, b'[{"a":"x"},{"a":"y"},{"a":"y"}]', bridge, qtbot)
    assert title(page) == "Count of rows by a"
    choose(page, qtbot, "Chart type", "Scatter")
    assert page.blank.accessibleName() == "No column of numbers"
    choose(page, qtbot, "Chart type", "Bar")
    assert page.view is not None
    assert page.view.isVisible()


@pytest.mark.parametrize(
    "values",
    [
        ["NaN", "Infinity", "1"],
        ["9223372036854775808", "1" + "0" * 400, "-5"],
        ['"text"', "null", "[1]", "2", "true"],
        ["1e308", "-1e308", "1e-308"],
        ['"2024-01-01"', "7", '"x"'],
    ],
)
def test_odd_values_are_drawn_as_far_as_they_can(
    page: ChartPage, bridge: Bridge, qtbot: QtBot, values: list[str]
) -> None:
    rows = ",".join(f'{{"k":"a","v":{value}}}' for value in values)
    filled(page, f"[{rows}]".encode(), bridge, qtbot)
    for kind in ("Line", "Scatter", "Histogram", "Bar"):
        choose(page, qtbot, "Chart type", kind)
        page.grab()


def test_thousands_of_columns(page: ChartPage, bridge: Bridge, qtbot: QtBot) -> None:
    row = json.dumps({f"c{i}": i for i in range(100_000)})
    filled(page, f"[{row}]".encode(), bridge, qtbot)
    page.grab()
    assert page.view is not None
    assert page.view.isVisible()


def test_a_dropped_answer_draws_nothing(page: ChartPage, bridge: Bridge, qtbot: QtBot) -> None:
    halting = Halting(bridge)
    page.show_source(ready(odata(2000), bridge, halting))
    page.stop()
    halting.go_on()
    filled(page, b'[{"a":"x","b":1}]', bridge, qtbot)
    assert title(page) == "Sum of b by a"


def test_copy(page: ChartPage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    press(page, "Copy Picture")
    assert page.view is not None
    assert QGuiApplication.clipboard().image().width() == 2 * page.view.width()


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_save(
    page: ChartPage, bridge: Bridge, qtbot: QtBot, tmp_path: Path, name: str, start: bytes
) -> None:
    filled(page, odata(20), bridge, qtbot)
    press(page, "Save Picture...")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    qtbot.waitUntil(lambda: (tmp_path / name).exists(), timeout=PATIENCE)
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_picture_that_cannot_be_saved_is_said(
    page: ChartPage, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    filled(page, odata(20), bridge, qtbot)
    page.save_picture(tmp_path / "none" / "a.png")
    qtbot.waitUntil(lambda: "cannot be written" in page.note.text(), timeout=PATIENCE)


def test_its_menu_holds_its_actions(page: ChartPage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, odata(20), bridge, qtbot)
    assert page.view is not None
    names: list[Any] = [a.text() for a in page.view.menu([page.copy, page.save]).actions()]
    assert names == ["Copy Picture", "Save Picture...", "", "Reset View"]
