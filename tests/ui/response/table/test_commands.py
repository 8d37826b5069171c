from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.view import TableView
from k2bench.content.copy_format import CopyFormat
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.cell_query import CellQuery
from k2bench.ui.response.table import commands as module
from k2bench.ui.response.table.columns_dialog import ColumnsDialog
from k2bench.ui.response.table.menus import QUERY_MENU, CellCommand, Command
from k2bench.ui.response.table.page import TablePage
from k2bench.ui.response.table.summary_dialog import SummaryDialog
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import snapshot
from tests.ui.response.table.test_page import column, filled

BODY = b'[{"ID":2,"Name":"a\\tb","Tags":[1]},{"ID":1.50,"Name":null},{"ID":3,"Name":"c"}]'


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], bridge: Bridge, qtbot: QtBot) -> TablePage:
    made = TablePage()
    made.resize(800, 400)
    shown(made)
    qtbot.addWidget(made.tools)
    return filled(made, BODY, bridge, qtbot)


def arranged(page: TablePage, qtbot: QtBot, act: Callable[[], None]) -> list[str]:
    with qtbot.waitSignal(page.arranger.arranged, timeout=PATIENCE):
        act()
    return column(page, "ID")


def do(page: TablePage, command: Command, at: int = 0) -> Callable[[], None]:
    return lambda: page.commands.do(command, at)


def test_sorting(page: TablePage, qtbot: QtBot) -> None:
    assert arranged(page, qtbot, do(page, Command.SORT_UP)) == ["1.50", "2", "3"]
    assert arranged(page, qtbot, do(page, Command.SORT_DOWN)) == ["3", "2", "1.50"]
    assert arranged(page, qtbot, do(page, Command.UNSORT)) == ["2", "1.50", "3"]


def test_a_column_is_filtered_by_what_is_typed(page: TablePage, qtbot: QtBot) -> None:
    page.commands.do(Command.FILTER, 1)
    assert page.strip.field is not None
    found = arranged(page, qtbot, lambda: qtbot.keyClicks(page.strip.field, "C"))
    assert found == ["3"]
    assert len(arranged(page, qtbot, do(page, Command.UNFILTER, 1))) == 3
    assert not page.strip.isVisible()


def entry(menu: QMenu, text: str) -> QAction:
    (found,) = (action for action in menu.actions() if action.text() == text)
    return found


def test_a_cell_filters(page: TablePage, qtbot: QtBot) -> None:
    index = page.view.model().index
    menu = page.commands.cell_menu(index(1, 1))
    assert arranged(page, qtbot, entry(menu, CellCommand.FILTER.value).trigger) == ["1.50"]
    assert len(arranged(page, qtbot, page.clear_filters)) == 3
    for row in (0, 0):
        menu = page.commands.cell_menu(index(row, 0))
        found = arranged(page, qtbot, entry(menu, CellCommand.EXCLUDE.value).trigger)
    assert found == ["3"]


def test_the_menu_of_a_cell_leads_to_its_column_and_shows_it(page: TablePage, qtbot: QtBot) -> None:
    menu = page.commands.cell_menu(page.view.model().index(0, 2))
    inner = entry(menu, "Column").menu()
    assert isinstance(inner, QMenu)
    with qtbot.waitSignal(page.detail.shown, timeout=PATIENCE):
        entry(menu, CellCommand.SHOW.value).trigger()
    entry(inner, Command.HIDE.value).trigger()
    assert page.columns.hidden() == [2]


def test_the_button_columns_is_about_the_current_column(page: TablePage) -> None:
    page.view.setCurrentIndex(page.view.model().index(0, 1))
    page.commands.fill_columns_menu()
    entry(page.tools.menu, Command.COPY_NAME.value).trigger()
    assert QGuiApplication.clipboard().text() == "Name"
    page.columns.hide(1)
    page.commands.fill_columns_menu()
    entry(page.tools.menu, Command.COPY_NAME.value).trigger()
    assert QGuiApplication.clipboard().text() == "ID"


def test_columns_are_frozen_and_shown_again(page: TablePage) -> None:
    entry(page.commands.column_menu(0), Command.FREEZE.value).trigger()
    assert page.view.frozen.isVisible()
    page.commands.do(Command.UNFREEZE, 0)
    page.commands.do(Command.HIDE, 0)
    page.commands.do(Command.SHOW_ALL, 0)
    page.commands.do(Command.RESET, 0)
    assert len(page.columns.shown()) == 3
    page.commands.do(Command.HIDE, 99)


def dialog_of(page: TablePage, kind: type[QDialog]) -> QDialog:
    (found,) = page.findChildren(kind)
    return found


def test_columns_are_chosen_in_a_list(page: TablePage) -> None:
    page.commands.do(Command.CHOOSE, 0)
    dialog = dialog_of(page, ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    dialog.model.shown = {1}
    dialog.apply.click()
    assert page.columns.shown() == [1]


def test_a_column_is_summed_up(page: TablePage, qtbot: QtBot) -> None:
    arranged(page, qtbot, do(page, Command.SORT_UP))
    page.commands.do(Command.SUMMARIZE, 0)
    dialog = dialog_of(page, SummaryDialog)
    assert isinstance(dialog, SummaryDialog)
    qtbot.waitUntil(lambda: dialog.figures.rowCount() > 0, timeout=PATIENCE)
    assert dialog.figures.item(0, 1).text() == "3"
    assert dialog.what.text() == "3 rows"
    dialog.close()


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (CopyFormat.TSV, '2\t"a\tb"\t[1]\n1.50\t\t\n3\tc\t'),
        (CopyFormat.CSV, "ID,Name,Tags\r\n2,a\tb,[1]\r\n1.50,,\r\n3,c,"),
    ],
)
def test_copying(page: TablePage, qtbot: QtBot, form: CopyFormat, text: str) -> None:
    page.view.selectAll()
    with qtbot.waitSignal(page.commands.copied, timeout=PATIENCE):
        page.commands.copy(form)
    assert QGuiApplication.clipboard().text() == text


def test_copying_a_long_value_whole(page: TablePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, b'[{"a":"' + b"x" * 9000 + b'"}]', bridge, qtbot)
    page.view.selectAll()
    with qtbot.waitSignal(page.commands.copied, timeout=PATIENCE):
        page.view.copy_action.trigger()
    assert QGuiApplication.clipboard().text() == "x" * 9000


def test_too_much_is_not_copied_in_part(
    page: TablePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QGuiApplication.clipboard().setText("before")
    page.commands.copy()
    page.view.selectAll()
    monkeypatch.setattr(module, "MOST_COPIED", 3)
    with qtbot.waitSignal(page.commands.refused):
        page.commands.copy()
    assert page.note.text() == "Select fewer cells to copy them: at most 3."
    monkeypatch.undo()
    page.commands._put(None)
    assert page.note.text().endswith("at most 32 million characters.")
    assert QGuiApplication.clipboard().text() == "before"


def test_without_a_table_nothing_happens(page: TablePage) -> None:
    page.view.show_model(None)
    for command in Command:
        page.commands.do(command, 0)
    page.commands.copy()
    page.commands.fill_columns_menu()


def test_a_cell_of_a_known_set_can_be_asked_for(
    page: TablePage, bridge: Bridge, qtbot: QtBot
) -> None:
    index = page.view.model().index(0, 0)
    texts = [action.text() for action in page.commands.cell_menu(index).actions()]
    assert QUERY_MENU not in texts
    answer = snapshot(b'{"value":[{"ID":"12","Name":"a"}]}')
    source = BodySource(answer, (TableView("value", {"ID": "Edm.Int64"}),), bridge)
    source.prepare()
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(source)
    inner = entry(page.commands.cell_menu(page.view.model().index(0, 0)), QUERY_MENU).menu()
    assert isinstance(inner, QMenu)
    with qtbot.waitSignal(page.query_requested) as asked:
        entry(inner, "Greater or Equal").trigger()
    assert asked.args == [CellQuery("ID", "Edm.Int64", '"12"', "ge")]
    inner = entry(page.commands.cell_menu(page.view.model().index(0, 1)), QUERY_MENU).menu()
    assert isinstance(inner, QMenu)
    assert len(inner.actions()) == 2
