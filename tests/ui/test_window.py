from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.pane_holder import PaneHolder
from k2bench.ui.window import Window


class Halves(PaneHolder):
    def __init__(self) -> None:
        super().__init__()
        self.halves: list[QWidget] = []
        column = QVBoxLayout(self)
        for name in ("Request", "Response"):
            self.halves.append(QWidget())
            self.halves[-1].setAccessibleName(name)
            column.addWidget(self.halves[-1])

    def panes(self) -> list[QWidget]:
        return self.halves


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[], Window]:
    def window() -> Window:
        made = Window(lambda: 0.0)
        qtbot.addWidget(made)
        return made

    return window


def test_the_first_paint_is_told_once(make: Callable[[], Window], qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted, wait=50):
        window.repaint()


def test_size_and_docks_come_back(make: Callable[[], Window]) -> None:
    first = make()
    first.add_workspace(PaneHolder())
    dock = first.add_dock("Side", QLabel("side"), Qt.DockWidgetArea.RightDockWidgetArea, 50)
    first.resize(780, 560)
    first.show()
    dock.hide()
    state = first.state()
    second = make()
    second.restore(state)
    assert (second.width(), second.height()) == (780, 560)
    third = make()
    third.restore(second.state())  # the docks are kept though they were not made there
    again = third.add_dock("Side", QLabel("side"), Qt.DockWidgetArea.RightDockWidgetArea, 50)
    third.show()
    assert again.isHidden()


@pytest.mark.parametrize("state", ["", "nonsense", "AAAA", "ä"])
def test_a_state_that_is_none_is_passed_over(make: Callable[[], Window], state: str) -> None:
    window = make()
    window.restore(state)
    assert window.width() > 0


def test_panes_are_the_named_ones_in_order(make: Callable[[], Window], qtbot: QtBot) -> None:
    window = make()
    window.show()
    assert window.panes() == (window.bar, window.start_page)
    workspace = Halves()
    window.add_workspace(workspace)
    side = QWidget()
    side.setAccessibleName("Side")
    window.add_dock("Side", side, Qt.DockWidgetArea.RightDockWidgetArea, 50)
    window.show_workspace(True)
    qtbot.waitUntil(side.isVisible)
    names = [pane.accessibleName() for pane in window.panes()]
    assert names == ["Environment bar", "Request", "Response", "Side"]


def test_it_works_at_1024_by_700(make: Callable[[], Window]) -> None:
    window = make()
    window.resize(1024, 700)
    window.show()
    assert (window.width(), window.height()) == (1024, 700)


def test_a_dock_may_be_folded_away_at_first(make: Callable[[], Window]) -> None:
    window = make()
    window.add_workspace(PaneHolder())
    area = Qt.DockWidgetArea.LeftDockWidgetArea
    dock = window.add_dock("Side", QLabel("side"), area, 50, shown=False)
    window.show()
    assert dock.isHidden()
    dock.toggleViewAction().trigger()
    assert dock.isVisible()
