"""The table at work: filtered, frozen, summed up, one cell whole, and its menus."""

import json

from PySide6.QtWidgets import QWidget

from k2bench.content.column_filter import ColumnFilter
from k2bench.ui.response.table.menus import Command
from k2bench.ui.response.table.page import TablePage
from k2bench.ui.response.table.summary_dialog import SummaryDialog
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

SIZE = (1280, 900)
album = Album()
ADDRESS = b'"Address":{"City":"Z\xc3\xbcrich","Lines":["Bahnhofstrasse 1","8001"],"Lat":47.3769},'
NOTE = b'"Note":"At home on Mondays.\\nBadge: <none> | \\"lost\\"",'


def _table(stage: Stage, body: bytes = b"") -> TablePage:
    stage.use()
    stage.open()
    stage.got_token()
    stage.answered(samples.answer(body or samples.employees()))
    page = stage.workspace.tab.response.tabs.page("Table")
    assert isinstance(page, TablePage)
    return page


def _rich() -> bytes:
    """Employees with a nested value and a long text each, and a second array."""
    body = samples.employees(200).replace(b'"HireDate"', ADDRESS + NOTE + b'"HireDate"')
    warnings = json.dumps([{"code": 17, "message": "slow"}]).encode()
    return body[:-1] + b',"warnings":' + warnings + b"}"


@album.state("table-filtered", SIZE)
def picked_and_filtered(stage: Stage) -> QWidget:
    page = _table(stage, _rich())
    page.add_filter(ColumnFilter("LastName", "a"))
    page.add_filter(ColumnFilter("Active", value=b"true", excluded=True))
    page.sort(page.columns.names.index("LastName"), True)
    stage.until(lambda: page.view.model().order is not None and stage.app.bridge.is_idle())
    return stage.window


@album.state("table-filter-typed", NARROW)
def a_filter_is_typed(stage: Stage) -> QWidget:
    page = _table(stage)
    page.commands.do(Command.FILTER, 1)
    assert page.strip.field is not None
    page.strip.field.setText("an")
    stage.until(lambda: page.view.model().order is not None and stage.app.bridge.is_idle())
    return stage.window


@album.state("table-frozen", SIZE)
def a_frozen_column(stage: Stage) -> QWidget:
    page = _table(stage, _rich())
    page.columns.freeze(1)
    page.view.horizontalScrollBar().setValue(260)
    return stage.window


@album.state("cell-text", SIZE)
def a_text_whole(stage: Stage) -> QWidget:
    return _cell(stage, "Note")


@album.state("cell-nested", SIZE)
def a_nested_value_whole(stage: Stage) -> QWidget:
    return _cell(stage, "Address")


def _cell(stage: Stage, name: str) -> QWidget:
    page = _table(stage, _rich())
    column = page.columns.names.index(name)
    page.show_cell(page.view.model().index(2, column))
    stage.until(lambda: page.detail.value is not None)
    return stage.window


@album.state("column-summary", NARROW)
def a_column_summed_up(stage: Stage) -> QWidget:
    page = _table(stage)
    page.commands.do(Command.SUMMARIZE, page.columns.names.index("Salary"))
    dialog = stage.dialog()
    assert isinstance(dialog, SummaryDialog)
    stage.until(lambda: dialog.figures.rowCount() > 0)
    return dialog


@album.state("columns-dialog", NARROW)
def columns_to_choose(stage: Stage) -> QWidget:
    page = _table(stage)
    page.columns.hide(2)
    page.commands.do(Command.CHOOSE, 0)
    return stage.dialog()


@album.state("menu-column", NARROW)
def the_menu_of_a_column(stage: Stage) -> QWidget:
    page = _table(stage)
    page.commands.ask_column(1, stage.window.pos())
    stage.until(page.commands.menu.isVisible)
    return page.commands.menu


@album.state("menu-columns", NARROW)
def the_menu_of_the_button(stage: Stage) -> QWidget:
    page = _table(stage)
    page.tools.menu.popup(stage.window.pos())
    stage.until(page.tools.menu.isVisible)
    return page.tools.menu


@album.state("menu-cell", NARROW)
def the_menu_of_a_cell(stage: Stage) -> QWidget:
    page = _table(stage)
    page.commands.ask_cell(page.view.model().index(0, 1), stage.window.pos())
    stage.until(page.commands.menu.isVisible)
    return page.commands.menu
