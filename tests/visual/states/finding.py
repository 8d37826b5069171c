"""The find bar and the JSONPath bar over an answer."""

from PySide6.QtWidgets import QWidget

from k2bench.core.response import ResponseBody
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

SIZE = (1280, 800)
album = Album()


def _answered(stage: Stage, page: str) -> None:
    stage.use()
    stage.open()
    stage.got_token()
    stage.answered(samples.answer(samples.employees()), page)


def _find(stage: Stage, page: str, text: str, *switches: str) -> QWidget:
    _answered(stage, page)
    response = stage.workspace.response
    response.open_find()
    for switch in switches:
        stage.press(switch)
    stage.type(response, "Find", text)
    stage.until(lambda: not response.finding.is_searching)
    return stage.window


@album.state("find-pretty", SIZE, doubled=True)
def found_in_pretty(stage: Stage) -> QWidget:
    _find(stage, "Pretty", '"id": 1', "Match Case")
    stage.press("Match Case")
    stage.until(lambda: not stage.workspace.response.finding.is_searching)
    stage.workspace.response.finding.step(1)
    return stage.window


@album.state("find-table", SIZE)
def found_in_the_table(stage: Stage) -> QWidget:
    return _find(stage, "Table", "ad")


@album.state("find-tree", SIZE)
def found_in_the_tree(stage: Stage) -> QWidget:
    return _find(stage, "Tree", "Lead")


@album.state("find-headers", SIZE)
def found_in_the_headers(stage: Stage) -> QWidget:
    return _find(stage, "Headers", "json")


@album.state("find-nothing", NARROW)
def nothing_found(stage: Stage) -> QWidget:
    return _find(stage, "Raw", "no such text")


@album.state("find-bad-pattern", NARROW)
def a_bad_pattern(stage: Stage) -> QWidget:
    return _find(stage, "Pretty", "(ada|grace", "Regular Expression")


@album.state("find-too-long", NARROW)
def a_pattern_that_takes_too_long(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    stage.answered(samples.answer(b'{"text": "' + b"a" * 90 + b'b"}'), "Raw")
    response = stage.workspace.response
    response.open_find()
    stage.press("Regular Expression")
    stage.type(response, "Find", "(a|aa)+$")
    stage.until(lambda: not response.finding.is_searching)
    return stage.window


def _path(stage: Stage, query: str) -> None:
    _answered(stage, "Table")
    stage.workspace.response.open_path()
    stage.type(stage.workspace.response, "JSONPath", query)


@album.state("path-result", SIZE, doubled=True)
def a_result(stage: Stage) -> QWidget:
    query = "$.value[?@.Salary > 100]"
    _path(stage, query)
    response = stage.workspace.response
    rows = samples.employees(12).partition(b"[")[2].rpartition(b"]")[0]
    response.show_filtered(ResponseBody(b"[" + rows + b"]"), query, 12)
    stage.until(lambda: response.rows_text() == "12 rows")
    return stage.window


@album.state("path-wrong", NARROW)
def a_bad_path(stage: Stage) -> QWidget:
    _path(stage, "$.value[?@.Salary >]")
    response = stage.workspace.response
    stage.press("Filter")
    stage.until(response.path_bar.filter.isVisible)
    return stage.window


@album.state("path-waits", NARROW)
def filtering(stage: Stage) -> QWidget:
    _path(stage, "$..*")
    stage.workspace.response.path_bar.show_busy(True)
    return stage.window
