"""The explorer in the whole window: see rows without knowing a name or an address."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from k2bench.core.environment import DEMO_ID, Environment, WritePolicy
from k2bench.core.request import RequestSpec
from k2bench.ui.explorer.tree import NodeTree
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import client_secret, open_url, publish, set_fault
from tests.workbench.odata_service import CSDL, DOCUMENT, OPEN

EMPLOYEES = ("service OData v4", "entity set EmployeeSample")
FIRST_SET = "OData v4"


def tree(demo: Driver) -> NodeTree:
    found = demo.find("Explorer/Explorer")
    assert isinstance(found, NodeTree)
    return found


def ready(demo: Driver) -> NodeTree:
    """Wait until the first token has filled the explorer."""
    demo.wait(lambda: bool(demo.app.wiring.workspace.explorer.catalogues))
    demo.wait(demo.app.bridge.is_idle)
    return tree(demo)


def refresh(demo: Driver) -> None:
    demo.press("Explorer/Refresh explorer")
    demo.wait(demo.app.bridge.is_idle)


def sets(demo: Driver) -> list[str]:
    nodes = tree(demo).nodes
    root = nodes.find((f"service {FIRST_SET}",))
    return [nodes.index(row, 0, root).data() for row in range(nodes.rowCount(root))]


def double_click(demo: Driver, qtbot: QtBot, *path: str) -> None:
    view = tree(demo)
    index = view.nodes.find(path)
    assert view.nodes.path(index) == path
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_first_token_fills_it_and_a_double_click_shows_rows(demo: Driver, qtbot: QtBot) -> None:
    ready(demo)
    assert "EmployeeSample" in sets(demo)
    demo.while_shown(
        lambda: double_click(demo, qtbot, "service OData v4", "entity set Departments")
    )
    assert demo.text("Request/Request URL") == "{{odata}}/Departments"
    assert demo.text("Response/Status") == "200 OK"
    assert len(demo.column("Name", 3)) == 3


def test_numbers_sent_as_texts_sort_as_numbers(start: Callable[..., Driver], serve: Any) -> None:
    rows = b'{"@odata.context":"$metadata#Things","value":[{"ID":"10"},{"ID":"9"},{"ID":"100"}]}'

    def answer(connection: Any) -> None:
        asked = connection.request().split(b"\r\n", 1)[0]
        wanted = {b"$metadata": CSDL, b"Things": rows}
        body = next((each for name, each in wanted.items() if name in asked), DOCUMENT)
        kind = "application/xml" if body is CSDL else "application/json"
        connection.answer(body, f"Content-Type: {kind}", "OData-Version: 4.0")

    driver = start()
    own = replace(OPEN, odata_url=serve(answer).url)
    driver.app.session.environments.put(own)
    driver.app.wiring.environments.show_first()
    driver.wait_for("Explorer/Nothing fetched yet")
    driver.press("Explorer/Refresh")
    driver.wait(lambda: bool(driver.app.wiring.workspace.explorer.catalogues))
    open_url(driver, "{{odata}}/Things")
    table = driver.find("Response/Response table")
    assert isinstance(table, QTableView)
    table.sort_requested.emit(0, False)  # type: ignore[attr-defined]

    def cells() -> list[str]:
        return [table.model().index(row, 0).data() for row in range(3)]

    driver.wait(lambda: cells() == ["9", "10", "100"])


def test_an_empty_tenant_says_how_to_publish(demo: Driver) -> None:
    ready(demo)
    set_fault(demo, "nothing_published")
    refresh(demo)
    demo.wait_for("Explorer/The tenant publishes no SmartObject")
    empty = demo.find("Explorer/The tenant publishes no SmartObject")
    assert "about 30 s" in empty.accessibleDescription()
    demo.press("Explorer/How to Publish")
    page = demo.find("Help page", demo.dialog())
    assert "Apply Changes" in page.toPlainText()  # type: ignore[attr-defined]
    demo.press("Close", demo.dialog())
    set_fault(demo, "nothing_published", on=False)
    demo.press("Explorer/Refresh")
    demo.wait(lambda: "EmployeeSample" in sets(demo))


def test_what_is_published_late_comes_with_k2_s_refresh(demo: Driver) -> None:
    view = ready(demo)
    publish(demo, "TravelExpenses", 3600)
    refresh(demo)
    assert "TravelExpenses" not in sets(demo)
    view.select(view.nodes.find(EMPLOYEES))
    root = view.nodes.node(view.nodes.find(EMPLOYEES[:1]))
    menu = demo.app.wiring.workspace.nodes.menu(root)
    look = next(a for a in menu.actions() if a.text() == "Let K2 Look for What Is Published")
    demo.while_shown(look.trigger)
    assert demo.text("Response/Status").startswith("200")
    refresh(demo)
    assert "TravelExpenses" in sets(demo)
    assert view.current_path() == EMPLOYEES


def test_a_display_name_in_the_filter_finds_the_system_name(demo: Driver) -> None:
    ready(demo)
    demo.type("Explorer/Filter explorer", "Emploee Sampl")
    demo.wait_for("Explorer/Nothing matches")
    empty = demo.find("Explorer/Nothing matches")
    assert "Did you mean EmployeeSample?" in empty.accessibleDescription()
    demo.press("Explorer/Find EmployeeSample")
    demo.wait(lambda: demo.sees("Explorer/Explorer") and sets(demo)[:1] == ["EmployeeSample"])


def test_a_set_that_has_disappeared_explains_itself(demo: Driver, qtbot: QtBot) -> None:
    ready(demo)
    set_fault(demo, "nothing_published")
    demo.while_shown(lambda: double_click(demo, qtbot, *EMPLOYEES))
    assert demo.text("Response/Status").startswith("404")
    assert "not published" in demo.problem("Response")


def test_a_login_page_is_told_and_what_was_known_stays(demo: Driver) -> None:
    ready(demo)
    set_fault(demo, "html_login")
    refresh(demo)
    assert "This is a login page, not data" in demo.problem("Explorer")
    assert "EmployeeSample" in sets(demo)
    assert demo.app.wiring.workspace.explorer_panel.state.text().endswith("offline")
    set_fault(demo, "html_login", on=False)
    refresh(demo)
    assert not demo.sees("Explorer/Problem")


def fill_in(demo: Driver, name: str, text: str) -> None:
    field = demo.find(name, demo.dialog())
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.textEdited.emit(text)


def test_a_row_is_updated_with_put_after_the_question(demo: Driver, qtbot: QtBot) -> None:
    environment = demo.app.current.environment
    assert environment is not None
    asking = replace(environment, write_policy=WritePolicy.ASK)
    demo.app.session.environments.put(asking)
    demo.app.current.show_environment(asking)
    ready(demo)
    double_click(demo, qtbot, *EMPLOYEES[:1], "entity set EmployeeSample")
    demo.wait(demo.app.bridge.is_idle)
    methods = (*EMPLOYEES, "group Methods", "method Update")
    node = tree(demo).nodes.node(tree(demo).nodes.find(methods))
    assert node is not None
    demo.app.wiring.workspace.nodes.open(node)
    fill_in(demo, "Key ID", "1001")
    fill_in(demo, "Joblevel", "Countess")
    demo.press("Open Request", demo.dialog())
    assert demo.text("Request/Method") == "PUT"
    assert demo.text("Request/Request URL") == "{{odata}}/EmployeeSample(1001)"
    demo.press("Request/Send")
    demo.wait(lambda: bool(demo.dialogs()))
    sent = demo.text("What would be sent", demo.dialog())
    assert '"Joblevel": "Countess"' in sent
    demo.while_shown(lambda: demo.press("Send", demo.dialog()))
    assert demo.text("Response/Status").startswith("2")
    changed = RequestSpec("GET", "{{odata}}/EmployeeSample?$filter=ID eq 1001")
    demo.while_shown(lambda: demo.app.wiring.workspace.open_and_send(changed))
    assert demo.column("Joblevel", 1) == ["Countess"]


def test_offline_it_shows_what_was_there(start: Callable[..., Driver], demo: Driver) -> None:
    """An environment of one's own for the same tenant; then the next start without a token."""
    ready(demo)
    tenant = demo.app.current.environment
    assert tenant is not None
    mine = replace(tenant, id="mine", name="Mine", transient=False)
    session = demo.app.session
    session.secrets.remember("mine", "client_secret", client_secret(demo))
    session.environments.put(mine)
    session.environments.select("mine")
    demo.app.current.show_environment(mine)
    refresh(demo)
    assert "EmployeeSample" in sets(demo)
    session.environments.remove(DEMO_ID)
    demo.app.close()
    again = start()
    again.wait(lambda: bool(again.app.wiring.workspace.explorer.catalogues))
    assert "EmployeeSample" in sets(again)
    assert again.app.wiring.workspace.explorer_panel.state.text().endswith("offline")
    assert again.app.session.tokens.held() == ()


def test_without_a_token_it_asks_for_one(start: Callable[..., Driver]) -> None:
    driver = start()
    own = Environment("1", "Dev", "https://h.test", "https://l.test/connect/token", "idt.cc.x")
    driver.app.session.environments.put(own)
    driver.app.wiring.environments.show_first()
    driver.wait_for("Explorer/No token yet")
    driver.press("Explorer/Get New Access Token")
    driver.wait_for("Authorization/Problem")  # the secret is missing: it says so there
