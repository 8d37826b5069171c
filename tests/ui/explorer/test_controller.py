from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Step
from k2bench.ui.current import Current
from k2bench.ui.explorer.controller import ExplorerController
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE
from tests.ui.explorer.conftest import Show
from tests.visual import samples
from tests.workbench.odata_service import CSDL, OPEN, served

OTHER = CSDL.replace(b"Things", b"Wheels")


def words(panel: ExplorerPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]


def roots(panel: ExplorerPanel) -> list[str]:
    nodes = panel.tree.nodes
    return [nodes.index(row, 0).data() for row in range(nodes.rowCount())]


def sets(panel: ExplorerPanel) -> list[str]:
    nodes = panel.tree.nodes
    root = nodes.index(0, 0)
    return [nodes.index(row, 0, root).data() for row in range(nodes.rowCount(root))]


def test_without_an_address_it_says_where_to_enter_one(
    explorer: ExplorerController, show: Show, panel: ExplorerPanel, qtbot: QtBot
) -> None:
    show(Environment("1", "Dev"))
    assert "No OData service" in words(panel)
    with qtbot.waitSignal(explorer.step_requested) as asked:
        panel.button_pressed.emit("Edit Tenant URL")
    assert asked.args[0] == NextStep("Edit Tenant URL", Step.EDIT_FIELD, "Tenant URL")


def test_nothing_is_sent_by_itself(
    show: Show, panel: ExplorerPanel, serve: Any, session: Session, explorer: ExplorerController
) -> None:
    environment = served(serve)
    show(environment)
    assert "Nothing fetched yet" in words(panel)
    show(Environment("2", "Tenant", "https://h.test", "https://l.test/connect/token"))
    assert "No token yet" in words(panel)
    assert explorer.catalogues == ()


def test_refresh_fetches_and_the_cache_is_shown_at_the_next_start(
    explorer: ExplorerController,
    show: Show,
    refresh: Callable[[], None],
    panel: ExplorerPanel,
    current: Current,
    session: Session,
    serve: Any,
    qtbot: QtBot,
) -> None:
    environment = served(serve)
    show(environment)
    with qtbot.waitSignal(current.schema_changed, timeout=PATIENCE):
        refresh()
    assert roots(panel) == ["OData"]
    assert sets(panel)[0] == "Things"
    assert panel.state.text().startswith("Fetched ")
    show(OPEN)
    session.schemas.forget(environment.id)
    show(environment)
    assert sets(panel)[0] == "Things"
    assert panel.state.text().endswith(", offline")


def test_a_token_fetches_when_nothing_is_known(
    explorer: ExplorerController, show: Show, panel: ExplorerPanel, current: Current, serve: Any,
    qtbot: QtBot,
) -> None:  # fmt: skip
    show(served(serve))
    with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
        current.show_token(OPEN.id, samples.token())
    assert sets(panel)[0] == "Things"
    before = explorer.catalogues
    current.show_token(OPEN.id, samples.token(age=1.0))
    assert explorer.catalogues is before
    assert not panel.busy.isVisible()


def test_another_name_of_the_environment_changes_nothing(
    explorer: ExplorerController, show: Show, refresh: Callable[[], None], panel: ExplorerPanel,
    current: Current, serve: Any,
) -> None:  # fmt: skip
    environment = served(serve)
    show(environment)
    refresh()
    before = explorer.catalogues
    current.show_environment(replace(environment, name="Another"))
    assert explorer.catalogues is before
    assert explorer.environment is not None
    assert explorer.environment.name == "Another"


def test_a_refresh_keeps_the_selection_and_what_is_gone_is_gone(
    show: Show, refresh: Callable[[], None], panel: ExplorerPanel, serve: Any
) -> None:
    answers = [CSDL, CSDL, OTHER]
    now = {"metadata": b""}

    def answer(connection: Any) -> None:
        if b"$metadata" in connection.request().split(b"\r\n", 1)[0]:
            now["metadata"] = answers.pop(0)
            connection.answer(now["metadata"], "Content-Type: application/xml")
        else:
            connection.answer(b"", status="404 Not Found")

    show(replace(OPEN, odata_url=serve(answer).url))
    refresh()
    path = ("service OData", "entity set Things")
    panel.tree.select(panel.tree.nodes.find(path))
    refresh()
    assert panel.tree.current_path() == path
    refresh()
    assert panel.tree.current_path() == path[:1]
    assert sets(panel)[0] == "Wheels"


def test_a_refresh_is_cancelled_and_the_tree_stays(
    explorer: ExplorerController, show: Show, panel: ExplorerPanel, serve: Any, qtbot: QtBot
) -> None:
    asked, go = Event(), Event()

    def answer(connection: Any) -> None:
        connection.request()
        asked.set()
        go.wait(20)

    show(replace(OPEN, odata_url=serve(answer).url))
    explorer.refresh()
    qtbot.waitUntil(asked.is_set, timeout=PATIENCE)
    assert panel.busy.isVisible()
    panel.cancel.click()
    qtbot.waitUntil(lambda: not panel.busy.isVisible(), timeout=PATIENCE)
    assert "Nothing fetched yet" in words(panel)
    go.set()


def test_a_failure_is_told_and_can_be_tried_again(
    explorer: ExplorerController, show: Show, refresh: Callable[[], None], panel: ExplorerPanel
) -> None:
    show(replace(OPEN, odata_url="http://127.0.0.1:1/x"))
    refresh()
    assert panel.banner.isVisible()
    assert "Not known what it offers" in words(panel)
    panel.button_pressed.emit("Refresh")
    assert not panel.banner.isVisible()
    assert panel.busy.isVisible()
    explorer.cancel()


def test_a_login_page_leads_to_a_token(
    explorer: ExplorerController, show: Show, refresh: Callable[[], None], panel: ExplorerPanel,
    serve: Any, qtbot: QtBot,
) -> None:  # fmt: skip
    page = b"<html><body>Log in</body></html>"
    show(served(serve, page, page, "text/html"))
    refresh()
    assert "A web page came instead of data" in panel.banner.accessibleDescription()
    with qtbot.waitSignal(explorer.step_requested) as asked:
        panel.banner.step_requested.emit(NextStep("Get New Access Token", Step.GET_TOKEN))
    assert asked.args[0].step is Step.GET_TOKEN


def test_nothing_offered_is_said(
    show: Show, refresh: Callable[[], None], panel: ExplorerPanel, serve: Any
) -> None:
    nothing = CSDL.replace(b'<EntitySet Name="Things" EntityType="n.T"/>', b"")
    show(served(serve, b'{"value":[]}', nothing))
    refresh()
    assert "The service offers no entity set" in words(panel)


def test_the_filter_shows_matches_and_offers_what_was_meant(
    explorer: ExplorerController, show: Show, refresh: Callable[[], None], panel: ExplorerPanel,
    serve: Any, qtbot: QtBot,
) -> None:  # fmt: skip
    show(served(serve))
    refresh()

    def typed(text: str) -> None:
        with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
            panel.filter.setText(text)

    typed("thi")
    assert sets(panel) == ["Things"]
    assert panel.state.text() == "1 match"
    typed("Thigns")
    assert "Did you mean Things?" in words(panel)
    with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
        panel.button_pressed.emit("Find Things")
    assert sets(panel) == ["Things"]
    with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
        panel.button_pressed.emit("Clear Filter")
    assert sets(panel) == ["Things", "Types"]
    assert panel.state.text().startswith("Fetched")


def test_a_file_is_shown(
    explorer: ExplorerController, show: Show, panel: ExplorerPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wheels.edmx"
    path.write_bytes(OTHER)
    show(replace(OPEN, odata_url="http://127.0.0.1:1/x"))
    with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
        explorer.import_file(explorer.services[0], path)
    assert sets(panel)[0] == "Wheels"
    assert panel.state.text().startswith("From wheels.edmx, ")
    path.write_bytes(b"<html>")
    with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
        explorer.import_file(explorer.services[0], path)
    assert panel.banner.isVisible()
    assert sets(panel)[0] == "Wheels"
    assert panel.tree.nodes.node(QModelIndex()) is None
