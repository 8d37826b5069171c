from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.ui.explorer.wording import NO_TOKEN
from tests.ui.explorer.trees import sample, service, set_

ORDERS = ("service OData v4", "entity set Orders")


def press(panel: ExplorerPanel, name: str, qtbot: QtBot) -> None:
    buttons = panel.findChildren(QAbstractButton)
    (found,) = (b for b in buttons if b.accessibleName() == name and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_its_widgets_have_their_names(panel: ExplorerPanel, qtbot: QtBot) -> None:
    assert panel.accessibleName() == panel.tree.accessibleName() == "Explorer"
    assert panel.filter.accessibleName() == "Filter explorer"
    with qtbot.waitSignal(panel.refresh_requested):
        press(panel, "Refresh explorer", qtbot)
    with qtbot.waitSignal(panel.menu_requested) as asked:
        press(panel, "Explorer menu", qtbot)
    assert asked.args[0] is None


def test_typing_filters_after_a_moment(panel: ExplorerPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.filter_changed) as changed:
        qtbot.keyClicks(panel.filter, "ord")
    assert changed.args == ["ord"]
    with qtbot.waitSignal(panel.filter_changed) as changed:
        panel.clear_filter()
    assert changed.args == [""]


def test_the_tree_is_as_it_was_after_a_refresh(panel: ExplorerPanel) -> None:
    panel.show_roots(sample(), fresh=True)
    panel.tree.select(panel.tree.nodes.find(ORDERS))
    panel.show_roots(sample())
    assert panel.tree.current_path() == ORDERS
    panel.show_roots(sample(), fresh=True)
    assert panel.tree.current_path() == ()


def test_what_was_found_stays_chosen_in_the_whole_tree(panel: ExplorerPanel) -> None:
    panel.show_roots(sample(), fresh=True)
    panel.tree.expand(panel.tree.nodes.find(ORDERS))
    panel.show_filtered((service(set_("Suppliers", "Name")),))
    found = ("service OData v4", "entity set Suppliers")
    panel.tree.select(panel.tree.nodes.find(found))
    panel.show_roots(sample())
    assert panel.tree.current_path() == found
    assert panel.tree.isExpanded(panel.tree.nodes.find(ORDERS))


def test_an_empty_state_says_what_to_do(panel: ExplorerPanel, qtbot: QtBot) -> None:
    panel.show_empty(NO_TOKEN)
    assert not panel.shows_tree()
    with qtbot.waitSignal(panel.button_pressed) as pressed:
        press(panel, "Get New Access Token", qtbot)
    assert pressed.args == ["Get New Access Token"]
    panel.show_empty(NO_TOKEN)  # the one before is gone
    press(panel, "Refresh", qtbot)
    panel.show_roots(sample())
    assert panel.shows_tree()


def test_work_can_be_cancelled(panel: ExplorerPanel, qtbot: QtBot) -> None:
    assert not panel.busy.isVisible()
    panel.show_busy(True)
    assert not panel.refresh.isEnabled()
    with qtbot.waitSignal(panel.cancel_requested):
        press(panel, "Cancel", qtbot)


def test_what_is_worth_knowing_stands_below(panel: ExplorerPanel) -> None:
    panel.show_roots(sample(), fresh=True)
    assert not panel.about.isVisible()
    panel.tree.select(panel.tree.nodes.find(ORDERS))
    assert panel.about.text() == "About Orders."
    panel.show_state("Fetched 10:42")
    assert panel.state.isVisible()


def test_a_problem_has_its_click(panel: ExplorerPanel, qtbot: QtBot) -> None:
    step = NextStep("Get New Access Token", Step.GET_TOKEN)
    panel.show_problem(Problem(ProblemKind.REFUSED, "Refused", steps=(step,)))
    with qtbot.waitSignal(panel.step_requested) as asked:
        press(panel, "Get New Access Token", qtbot)
    assert asked.args == [step]
    panel.show_problem(None)
    assert not panel.banner.isVisible()
