from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.ui.explorer.model import MARKS_ROLE, NODE_ROLE, ExplorerModel
from k2bench.ui.kit.row_delegate import DETAIL_ROLE
from tests.ui.explorer.trees import property_, sample, service, set_

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_it_is_a_sound_model(qtbot: QtBot) -> None:
    model = ExplorerModel()
    tester = QAbstractItemModelTester(model, FATAL)
    tester.setUseFetchMore(False)  # it would fetch in the middle of a reset that it watches
    model.show_roots(sample())
    orders = model.find(("service OData v4", "entity set Orders"))
    model.fetchMore(orders)
    assert model.rowCount(orders) == 2
    model.fetchMore(model.find(("service OData v3",)))
    model.show_roots(())
    model.show_roots(sample())
    assert tester.model() is model


def test_children_are_made_when_they_are_looked_at(qtbot: QtBot) -> None:
    made: list[str] = []

    def load() -> tuple[Node, ...]:
        made.append("now")
        return (property_("ID"),)

    model = ExplorerModel()
    model.show_roots((Node(NodeKind.ENTITY_SET, "Orders", load=load),))
    index = model.index(0, 0)
    assert model.hasChildren(index)
    assert model.rowCount(index) == 0
    assert made == []
    assert model.canFetchMore(index)
    with qtbot.waitSignal(model.rowsInserted):
        model.fetchMore(index)
    assert model.rowCount(index) == 1
    assert not model.canFetchMore(index)
    model.fetchMore(index)
    assert made == ["now"]


def test_what_turns_out_empty_has_no_children(qtbot: QtBot) -> None:
    model = ExplorerModel()
    model.show_roots((Node(NodeKind.ENTITY_SET, "Orders", load=lambda: ()),))
    index = model.index(0, 0)
    model.fetchMore(index)
    assert not model.hasChildren(index)


def test_a_node_says_what_it_is(qtbot: QtBot) -> None:
    model = ExplorerModel()
    node = Node(NodeKind.KEY, "ID", "Int64", "Part of the key.", marks=((0, 1),))
    model.show_roots((node,))
    index = model.index(0, 0)
    assert index.data() == "ID"
    assert index.data(DETAIL_ROLE) == "Int64"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "ID, key, Int64"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Part of the key."
    assert index.data(MARKS_ROLE) == ((0, 1),)
    assert index.data(NODE_ROLE) is node
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert index.data(Qt.ItemDataRole.EditRole) is None


def test_a_path_finds_a_node_again_or_what_is_left_of_the_way(qtbot: QtBot) -> None:
    model = ExplorerModel()
    model.show_roots(sample())
    path = ("service OData v4", "entity set Suppliers", "property Name")
    found = model.find(path)
    assert model.path(found) == path
    assert found.data() == "Name"
    model.show_roots((service(set_("Orders", "ID")),))
    assert model.find(path).data() == "OData v4"
    assert model.path(QModelIndex()) == ()
    assert model.node(QModelIndex()) is None
