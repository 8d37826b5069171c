"""The query page in the whole window: a table narrowed by clicking only."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from k2bench.core.request import RequestSpec
from k2bench.ui.request.query.page import QueryPage
from k2bench.ui.response.table.page import TablePage
from tests.flows.conftest import Driver
from tests.flows.test_explorer import ready


def opened(demo: Driver, url: str = "{{odata}}/EmployeeSample") -> QueryPage:
    """A request in a tab, its query page seen and its metadata known."""
    ready(demo)
    workspace = demo.app.wiring.workspace
    workspace.requests.open(RequestSpec("GET", url))
    demo.wait(lambda: workspace.tab.request.query.page is not None)
    page = workspace.tab.request.query.page
    assert isinstance(page, QueryPage)
    demo.wait(lambda: page.isVisible() and page.surroundings.type_name != "")
    demo.wait(demo.app.bridge.is_idle)
    return page


def entry(menu: QMenu, text: str) -> QAction:
    (found,) = (action for action in menu.actions() if action.text() == text)
    return found


def test_filter_by_clicking_only(demo: Driver) -> None:
    opened(demo)
    demo.press("Request/Add Condition")
    demo.choose("Request/Field 1", "DepartmentCode")
    demo.choose("Request/Operator 1", "equals")
    demo.type("Request/Value 1", "103")
    demo.press("Request/Sort as List")
    demo.press("Request/Add Sort Field")
    demo.choose("Request/Sort field 1", "LastName")
    demo.press("Request/$count")
    url = "{{odata}}/EmployeeSample?$filter=DepartmentCode%20eq%20103&$orderby=LastName&$count=true"
    demo.wait(lambda: demo.text("Request/Request URL") == url)
    demo.send()
    assert demo.text("Response/Status") == "200 OK"
    assert set(demo.column("DepartmentCode", 5)) == {"103"}
    names = demo.column("LastName", 5)
    assert names == sorted(names)


def test_a_cell_becomes_a_filter(demo: Driver, qtbot: QtBot) -> None:
    opened(demo, "{{odata}}/EmployeeSample?$top=20")
    demo.send()
    workspace = demo.app.wiring.workspace
    table = workspace.tab.response.tabs.page("Table")
    assert isinstance(table, TablePage)
    demo.wait(lambda: not table.is_reading)
    model = table.view.model()
    names = [model.headerData(at, table.view.across.orientation()) for at in range(8)]
    index: QModelIndex = model.index(0, names.index("ID"))
    value = index.data()
    menu = entry(table.commands.cell_menu(index), "Add to $filter").menu()
    assert isinstance(menu, QMenu)
    entry(menu, "Less or Equal").trigger()
    wanted = f"{{{{odata}}}}/EmployeeSample?$top=20&$filter=ID%20le%20{value}"
    demo.wait(lambda: demo.text("Request/Request URL") == wanted)
    assert workspace.tab.request.pages.current_name() == "Query"
    entry(menu, "Exclude This Value").trigger()
    demo.wait(lambda: demo.text("Request/Request URL") == f"{wanted}%20and%20ID%20ne%20{value}")


def test_a_filter_pasted_from_a_letter_is_mended(demo: Driver, qtbot: QtBot) -> None:
    page = opened(demo)
    page.expressions["$filter"].editor.setFocus()
    page.expressions["$filter"].editor.insertPlainText("LastName eq ‘Hopper’")
    demo.wait_for("Request/Mend quotes")
    demo.press("Request/Mend quotes")
    demo.send()
    assert demo.column("LastName", 1) == ["Hopper"]
