"""The query page in its states."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from k2bench.ui.request.query.page import QueryPage
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()
FILTER = "Active eq true and (Salary ge 90000 or startswith(LastName,'H'))"
FILLED = (
    "{{odata}}/EmployeeSample?$select=ID,FirstName,LastName,Salary"
    f"&$filter={FILTER}&$orderby=LastName,Salary desc&$top=50&$count=true"
)


def _page(stage: Stage, url: str, height: int = 0) -> QueryPage:
    stage.use()
    stage.open(replace(samples.EMPLOYEES, url=url))
    request = stage.workspace.tab.request
    stage.until(lambda: request.query.page is not None)
    if height:
        stage.workspace.tab.setSizes([height, 100])
    page = request.query.page
    assert isinstance(page, QueryPage)
    stage.until(lambda: page.isVisible() and page.url() == url)
    _settle(stage, page)
    return page


def _settle(stage: Stage, page: QueryPage) -> None:
    for field in page.expressions.values():
        field.check_now()
    stage.until(stage.app.bridge.is_idle)


@album.state("query", doubled=True)
def filled(stage: Stage) -> QWidget:
    _page(stage, FILLED, 440)
    return stage.window


@album.state("query-empty", NARROW)
def empty(stage: Stage) -> QWidget:
    _page(stage, "{{odata}}/EmployeeSample")
    return stage.window


@album.state("query-panels")
def everything_open(stage: Stage) -> QWidget:
    page = _page(stage, FILLED, 800)
    for section in page.sections.values():
        section.open()
    stage.until(stage.app.bridge.is_idle)
    return stage.window


@album.state("query-related")
def related_rows(stage: Stage) -> QWidget:
    url = "{{odata}}/EmployeeSample?$expand=Department($select=Name)&$apply="
    page = _page(stage, url + "groupby((Joblevel),aggregate(Salary with average as Mean))", 800)
    for name in ("$expand", "$apply"):
        page.sections[name].open()
    page.sections["$filter"].switch.setChecked(False)
    stage.until(stage.app.bridge.is_idle)
    return stage.window


@album.state("query-error", NARROW)
def error(stage: Stage) -> QWidget:
    _page(stage, "{{odata}}/EmployeeSample?$filter=Active eqq true&$top=ten", 480)
    return stage.window


@album.state("query-completion", NARROW, focused=True)
def completion(stage: Stage) -> QWidget:
    page = _page(stage, "{{odata}}/EmployeeSample?$filter=Active eq true and ", 480)
    editor = page.expressions["$filter"].editor
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    editor.completion_wanted.emit(True)
    stage.until(editor.completions.isVisible)
    return stage.window


@album.state("query-mend", NARROW)
def typographic_quotes(stage: Stage) -> QWidget:
    _page(stage, "{{odata}}/EmployeeSample?$filter=LastName eq ‘Hopper’", 480)
    return stage.window


@album.state("query-elsewhere", NARROW)
def no_service(stage: Stage) -> QWidget:
    stage.use()
    stage.open(replace(samples.EMPLOYEES, url="https://elsewhere.example/Rows?$top=5"))
    request = stage.workspace.tab.request
    request.pages.show_page("Query")
    stage.until(lambda: request.query.page is not None)
    stage.until(stage.app.bridge.is_idle)
    return stage.window


@album.state("query-zoomed", zoom=1.5)
def zoomed(stage: Stage) -> QWidget:
    _page(stage, FILLED, 600)
    return stage.window
