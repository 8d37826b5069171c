from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.pane_title import PaneTitle


@pytest.fixture
def dock(shown: Callable[[QWidget], QWidget]) -> Iterator[QDockWidget]:
    window = QMainWindow()
    made = QDockWidget("Explorer", window)
    made.setTitleBarWidget(PaneTitle("Explorer", made))
    made.setWidget(QLabel("rows"))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, made)
    shown(window)
    yield made
    window.close()


def title(dock: QDockWidget) -> PaneTitle:
    found = dock.titleBarWidget()
    assert isinstance(found, PaneTitle)
    return found


@pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)
def test_it_floats_the_dock_and_puts_it_back(dock: QDockWidget) -> None:
    title(dock).float_.click()
    assert dock.isFloating()
    title(dock).float_.click()
    assert not dock.isFloating()


def test_it_closes_the_dock(dock: QDockWidget) -> None:
    title(dock).close_.click()
    assert not dock.isVisible()


def test_buttons_of_the_pane_stand_before_those_of_the_dock(
    dock: QDockWidget, qtbot: QtBot
) -> None:
    refresh = IconButton("refresh", "Refresh explorer")
    title(dock).add_button(refresh)
    qtbot.waitUntil(lambda: refresh.x() > 0)
    assert refresh.x() < title(dock).float_.x() < title(dock).close_.x()
