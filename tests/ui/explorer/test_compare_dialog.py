import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.metadata.change import Change, ChangeKind
from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.explorer.compare_dialog import CompareDialog

CHANGES = (
    Change(ChangeKind.ADDED, "entity set", "New"),
    Change(ChangeKind.CHANGED, "property", "n.T/Name", ("MaxLength: 50 → 100",)),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> CompareDialog:
    made = CompareDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_states_are_chosen(dialog: CompareDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.show_states(("now", "before", "Live"), 1, 0)
    assert chosen.args == [1, 0]
    dialog.before.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.before.activated.emit(2)
    assert chosen.args == [2, 0]


def test_one_state_has_nothing_to_be_compared_with(dialog: CompareDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.chosen, wait=10):
        dialog.show_states(("now",), 1, 0)
    assert dialog.blank.isVisible()
    assert not dialog.copy.isEnabled()


def test_the_differences_are_a_tree_and_a_text(dialog: CompareDialog) -> None:
    dialog.show_states(("now", "before"), 1, 0)
    dialog.show_working()
    assert dialog.working.isVisible()
    dialog.show_changes(CHANGES)
    assert not dialog.working.isVisible()
    nodes = dialog.tree.nodes
    assert [nodes.index(row, 0).data() for row in range(nodes.rowCount())] == ["Added", "Changed"]
    detail = nodes.find(("group Changed", "changed n.T/Name", "note MaxLength: 50 → 100"))
    assert detail.data() == "MaxLength: 50 → 100"
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("From before to now\n+ entity set New\n~ property n.T/Name\n")


def test_no_difference_and_a_problem_are_said(dialog: CompareDialog) -> None:
    dialog.show_states(("now", "before"), 1, 0)
    dialog.show_changes(())
    assert dialog.blank.accessibleName() == "No difference"
    dialog.show_problem(Problem(ProblemKind.STORAGE, "This state is no longer kept"))
    assert dialog.banner.isVisible()
