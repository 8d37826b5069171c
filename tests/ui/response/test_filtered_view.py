from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.response import ResponseBody
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.filtered_view import FilteredView
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot


def test_values_in_the_same_views(
    bridge: Bridge, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    body = ResponseBody(b'[{"n":1.10},{"n":2}]')
    view = FilteredView(snapshot(odata(5)), body, "Filtered by $ · 2 results", bridge)
    view.resize(700, 300)
    shown(view)
    with qtbot.waitSignal(view.tabs.read, timeout=PATIENCE):
        view.begin()
    assert "Headers" not in view.tabs.strip.names()
    assert {"Table", "Pretty", "Raw"} <= set(view.tabs.strip.names())
    assert view.tabs.rows_text() == "2 rows"
    assert "Filtered by $ · 2 results" in {each.text() for each in view.findChildren(QLabel)}
    (button,) = (b for b in view.findChildren(QAbstractButton) if b.accessibleName() == "Show All")
    with qtbot.waitSignal(view.show_all_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    view.stop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
