from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.explorer.tree import NodeTree
from k2bench.ui.kit.tokens import LIGHT
from k2bench.ui.kit.tones import palette_of
from tests.ui.explorer.trees import sample, service, set_

ORDERS = ("service OData v4", "entity set Orders")


@pytest.fixture
def tree(qtbot: QtBot) -> NodeTree:
    made = NodeTree("Explorer")
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_roots(sample())
    return made


def shown(tree: NodeTree) -> list[str]:
    """The lines on the screen, from the first to the last."""
    index, found = tree.indexAt(QPoint(5, 5)), []
    while index.isValid():
        found.append(index.data())
        index = tree.indexBelow(index)
    return found


def test_a_service_is_open_at_first(tree: NodeTree) -> None:
    assert shown(tree) == ["OData v4", "Orders", "Suppliers", "OData v3", "Orders"]


def test_what_a_filter_wants_open_is_open_at_any_depth(tree: NodeTree, qtbot: QtBot) -> None:
    orders = replace(set_("Orders", "Title"), open=True)
    tree.show_roots((service(orders),))
    qtbot.waitUntil(lambda: shown(tree) == ["OData v4", "Orders", "Title"])


def test_a_double_click_opens_a_set_and_unfolds_the_rest(tree: NodeTree, qtbot: QtBot) -> None:
    index = tree.nodes.find(ORDERS)
    place = tree.visualRect(index).center()
    with qtbot.waitSignal(tree.opened) as opened:
        qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0].name == "Orders"
    assert not tree.isExpanded(index)
    root = tree.nodes.find(ORDERS[:1])
    place = tree.visualRect(root).center()
    with qtbot.assertNotEmitted(tree.opened, wait=10):
        qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not tree.isExpanded(root)


def test_the_keyboard_does_it_all(tree: NodeTree, qtbot: QtBot) -> None:
    tree.select(tree.nodes.find(ORDERS))
    with qtbot.waitSignal(tree.opened):
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert shown(tree)[2:4] == ["ID", "Title"]
    with qtbot.waitSignal(tree.looked_at) as seen:
        qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert seen.args[0].tip == "About ID."
    reason = QContextMenuEvent.Reason.Keyboard
    with qtbot.waitSignal(tree.menu_requested) as asked:
        QApplication.sendEvent(tree, QContextMenuEvent(reason, QPoint(), QPoint()))
    assert asked.args[0].name == "ID"


def test_beside_the_nodes_the_menu_is_that_of_the_pane(tree: NodeTree, qtbot: QtBot) -> None:
    reason = QContextMenuEvent.Reason.Mouse
    with qtbot.waitSignal(tree.menu_requested) as asked:
        event = QContextMenuEvent(reason, QPoint(10, 390), QPoint())
        QApplication.sendEvent(tree.viewport(), event)
    assert asked.args[0] is None


def test_what_was_open_and_chosen_comes_back(tree: NodeTree) -> None:
    tree.expand(tree.nodes.find(ORDERS))
    tree.select(tree.nodes.find((*ORDERS, "property Title")))
    kept = tree.open_paths(), tree.current_path()
    tree.show_roots(sample())
    tree.restore(*kept)
    assert tree.isExpanded(tree.nodes.find(ORDERS))
    assert tree.current_path() == (*ORDERS, "property Title")
    tree.show_roots((service(set_("Suppliers", "ID")),))
    tree.restore(*kept)
    assert tree.current_path() == ("service OData v4",)
    assert not tree.isExpanded(QModelIndex())


def test_matches_are_marked(tree: NodeTree, qapp: QApplication) -> None:
    qapp.setPalette(palette_of(LIGHT))

    def accents() -> int:
        image = tree.viewport().grab().toImage()
        row = tree.visualRect(tree.nodes.find(ORDERS))
        return sum(
            image.pixelColor(x, y).name().upper() == LIGHT.accent.upper()
            for x in range(row.left(), row.right())
            for y in range(row.top(), row.bottom())
        )

    assert accents() == 0
    orders = replace(set_("Orders"), marks=((0, 3),))
    tree.show_roots((service(orders),))
    assert accents() > 10
