from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.core.problem import Step
from k2bench.ui.bridge import Bridge
from k2bench.ui.explorer.controller import ExplorerController
from k2bench.ui.explorer.metadata_dialog import MetadataDialog
from k2bench.ui.explorer.method_dialog import MethodDialog
from k2bench.ui.explorer.nodes import NodeActions
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.workbench.session import Session
from tests.apis.odata.catalogues import OTHER, child, root
from tests.ui.conftest import PATIENCE
from tests.ui.explorer.conftest import Show
from tests.workbench.odata_service import served


@pytest.fixture
def nodes(
    session: Session, bridge: Bridge, explorer: ExplorerController, panel: ExplorerPanel
) -> NodeActions:
    return NodeActions(session, bridge, explorer, panel)


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def press(menu: QMenu, *texts: str) -> None:
    """An entry of a menu, or of one below it."""
    for text in texts:
        action = next(a for a in menu.actions() if a.text() == text)
        below = action.menu()
        if isinstance(below, QMenu):
            menu = below
        else:
            action.trigger()


def dialog(panel: ExplorerPanel) -> QDialog:
    (found,) = (each for each in panel.findChildren(QDialog) if each.isVisible())
    return found


def test_a_set_opens_with_its_rows(nodes: NodeActions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(nodes.request_sent) as sent:
        nodes.open(child(root(), "Orders"))
    assert (sent.args[0].method, sent.args[0].url) == ("GET", "{{odata}}/Orders")


def test_the_menu_of_a_set(nodes: NodeActions, qtbot: QtBot) -> None:
    orders = child(root(), "Orders")
    menu = nodes.menu(orders)
    assert entries(menu) == [
        *("Rows", "First Rows", "Count", "New Request", "Methods"),
        *("Copy Name", "Copy URL", "Show in Metadata", "Refresh", "Compare..."),
    ]
    for text, url in (("First Rows", "?$top=20"), ("Count", "?$count=true&$top=0")):
        with qtbot.waitSignal(nodes.request_sent) as sent:
            press(menu, text)
        assert sent.args[0].url == "{{odata}}/Orders" + url
    with qtbot.waitSignal(nodes.request_opened) as opened:
        press(menu, "New Request")
    assert opened.args[0].url == "{{odata}}/Orders"
    press(menu, "Copy Name")
    assert QGuiApplication.clipboard().text() == "Orders"
    press(menu, "Copy URL")
    assert QGuiApplication.clipboard().text() == "https://h/api/odatav4/v4/Orders"


def test_the_menu_of_a_service(nodes: NodeActions, qtbot: QtBot) -> None:
    menu = nodes.menu(root())
    with qtbot.waitSignal(nodes.request_sent) as sent:
        press(menu, "$metadata")
    assert sent.args[0].url == "{{odata}}/$metadata"
    with qtbot.waitSignal(nodes.request_sent) as sent:
        press(menu, "Let K2 Look for What Is Published")
    assert sent.args[0].url == "{{host}}/api/odata/op/refresh"
    assert "Let K2 Look for What Is Published" not in entries(nodes.menu(root(OTHER)))


def test_the_menu_of_a_property_a_note_and_the_pane(nodes: NodeActions, qtbot: QtBot) -> None:
    title = child(root(), "Orders", "Title")
    assert entries(nodes.menu(title))[:2] == ["Copy Name", "Show in Metadata"]
    note = Node(NodeKind.NOTE, "Nothing is published here")
    with qtbot.waitSignal(nodes.step_requested) as asked:
        press(nodes.menu(note), "How to Publish")
    assert asked.args[0].step is Step.SHOW_HELP
    assert entries(nodes.menu(None)) == ["Refresh", "Compare..."]


def test_a_method_is_filled_in(nodes: NodeActions, panel: ExplorerPanel, qtbot: QtBot) -> None:
    update = child(root(), "Orders", "Methods", "Update")
    nodes.open(update)
    form = dialog(panel)
    assert isinstance(form, MethodDialog)
    assert form.windowTitle() == "Update · Orders"
    form.close()
    press(nodes.menu(child(root(), "Orders")), "Methods", "Approve (POST)")
    assert dialog(panel).windowTitle() == "Approve · Orders"
    dialog(panel).close()
    press(nodes.menu(update), "Update...")
    dialog(panel).close()


def test_what_needs_nothing_is_sent_at_once(nodes: NodeActions, qtbot: QtBot) -> None:
    for node, url in (
        (child(root(), "Orders", "Methods", "List"), "{{odata}}/Orders"),
        (child(root(), "Functions", "Now"), "{{odata}}/Now()"),
        (child(root(), "Singletons", "Me"), "{{odata}}/Me"),
    ):
        with qtbot.waitSignal(nodes.request_sent) as sent:
            nodes.open(node)
        assert sent.args[0].url == url


def test_the_metadata_of_a_node_is_shown(
    nodes: NodeActions, panel: ExplorerPanel, show: Show, refresh: Callable[[], None],
    serve: Any, qtbot: QtBot,
) -> None:  # fmt: skip
    show(served(serve))
    refresh()
    index = panel.tree.nodes.find(("service OData", "entity set Things", "key ID"))
    node = panel.tree.nodes.node(index)
    assert node is not None
    nodes.show_metadata(node)
    shown = dialog(panel)
    assert isinstance(shown, MetadataDialog)
    qtbot.waitUntil(lambda: "ID" in shown.view.selected_text(), timeout=PATIENCE)
    assert shown.view.selected_text().strip() == '<Property Name="ID" Type="Edm.Int64"/>'
    assert "EntityType" in shown.view.lines.text(0)
    shown.close()


def test_a_file_is_asked_for_and_two_states_compared(
    nodes: NodeActions, panel: ExplorerPanel, show: Show, refresh: Callable[[], None],
    serve: Any, qtbot: QtBot, tmp_path: Path,
) -> None:  # fmt: skip
    environment = served(serve)
    show(environment)
    refresh()
    menu = nodes.menu(None)
    assert "Import EDMX from File as OData..." in entries(menu)
    nodes.import_file()
    asked = dialog(panel)
    assert isinstance(asked, QFileDialog)
    asked.close()
    nodes.compare()
    assert dialog(panel).windowTitle() == "Compare Metadata"
    dialog(panel).close()
