"""The page Chart: each kind of chart, many series, and what is there without numbers."""

import json
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from k2bench.ui.response.chart.page import ChartPage
from tests.visual import samples
from tests.visual.stage import NARROW, WIDE, Stage
from tests.visual.state import Album

album = Album()


def _page(stage: Stage, body: bytes | None = None) -> ChartPage:
    stage.use()
    stage.open(replace(samples.EMPLOYEES, url="{{odata}}/EmployeeSample", headers=()))
    stage.got_token()
    stage.answered(samples.answer(body or samples.employees()), "Chart")
    page = stage.workspace.tab.response.tabs.page("Chart")
    assert isinstance(page, ChartPage)
    return page


def _choose(stage: Stage, page: ChartPage, name: str, words: str) -> None:
    """Choose as a person does, and wait for the chart."""
    (box,) = (each for each in page.findChildren(QComboBox) if each.accessibleName() == name)
    seen: list[bool] = []
    page.read.connect(lambda: seen.append(True))
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())
    stage.until(lambda: bool(seen))


@album.state("chart-bar", WIDE, doubled=True)
def bars_in_two_series(stage: Stage) -> QWidget:
    page = _page(stage)
    _choose(stage, page, "X axis", "Joblevel")
    _choose(stage, page, "Group by", "Active")
    return stage.window


@album.state("chart-names", WIDE)
def the_largest_of_many_names(stage: Stage) -> QWidget:
    page = _page(stage)
    _choose(stage, page, "X axis", "LastName")
    return stage.window


@album.state("chart-line", WIDE)
def a_line_over_time(stage: Stage) -> QWidget:
    page = _page(stage)
    _choose(stage, page, "Chart type", "Line")
    _choose(stage, page, "Aggregate", "Count of rows")
    return stage.window


@album.state("chart-scatter", WIDE)
def points_in_five_series(stage: Stage) -> QWidget:
    page = _page(stage, samples.employees(200))
    _choose(stage, page, "Chart type", "Scatter")
    _choose(stage, page, "Group by", "Joblevel")
    return stage.window


@album.state("chart-histogram", NARROW)
def a_histogram_in_a_small_window(stage: Stage) -> QWidget:
    page = _page(stage)
    _choose(stage, page, "Chart type", "Histogram")
    return stage.window


@album.state("chart-no-numbers", WIDE)
def columns_without_numbers(stage: Stage) -> QWidget:
    rows = [{"Name": name} for name in ("Ada", "Grace", "Alan")]
    page = _page(stage, json.dumps({"value": rows}).encode())
    _choose(stage, page, "Chart type", "Scatter")
    return stage.window
