import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.store.body_folder import BodyFolder
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.panel import ResponsePanel
from k2bench.ui.response.path_controller import PathController
from k2bench.workbench.json_path import JsonPathFilter
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of

FOREVER = [sys.executable, "-c", "import sys, time; sys.stdin.buffer.read(); time.sleep(600)"]


@pytest.fixture
def panel(
    session: Session, bridge: Bridge, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> ResponsePanel:
    made = ResponsePanel(bridge)
    made.paths = PathController(session, bridge, made)  # type: ignore[attr-defined]
    made.resize(900, 500)
    shown(made)
    answer = snapshot(odata(50))
    with qtbot.waitSignal(made.shown, timeout=PATIENCE):
        made.show_answer(answer, views_of(answer))
    return made


def asked(panel: ResponsePanel, query: str, qtbot: QtBot) -> None:
    panel.open_path()
    panel.path_bar.field.setText(query)
    panel.path_bar.field.entered.emit()
    qtbot.waitUntil(panel.path_bar.filter.isVisible, timeout=PATIENCE)


def test_values_instead_of_the_answer_and_back(panel: ResponsePanel, qtbot: QtBot) -> None:
    before = panel.tabs.page("Table")
    asked(panel, "$.value[?@.Salary > 70]", qtbot)
    assert panel.filtered is not None
    qtbot.waitUntil(lambda: panel.rows_text() == "3 rows", timeout=PATIENCE)
    assert not panel.tabs.isVisible()
    panel.show_all()
    assert panel.filtered is None
    assert panel.tabs.isVisible()
    assert panel.rows_text() == "50 rows"
    assert panel.tabs.page("Table") is before


def test_a_filter_is_over_the_whole_answer(panel: ResponsePanel, qtbot: QtBot) -> None:
    asked(panel, "$.value[:2]", qtbot)
    qtbot.waitUntil(lambda: panel.rows_text() == "2 rows", timeout=PATIENCE)
    asked(panel, "$.value[:4]", qtbot)
    qtbot.waitUntil(lambda: panel.rows_text() == "4 rows", timeout=PATIENCE)
    asked(panel, "$.nothing", qtbot)
    assert panel.path_bar.words.text() == "Nothing in this answer matches"
    assert panel.filtered is None


def test_what_is_wrong_is_said_in_the_bar(panel: ResponsePanel, qtbot: QtBot) -> None:
    asked(panel, "$.value[", qtbot)
    assert "position 8" in panel.path_bar.words.text()
    assert panel.filtered is None


def test_find_in_what_is_filtered(panel: ResponsePanel, qtbot: QtBot) -> None:
    asked(panel, "$.value[:2]", qtbot)
    assert panel.filtered is not None
    panel.filtered.tabs.open("Raw")
    panel.open_find()
    panel.find_bar.field.setText("salary")
    qtbot.waitUntil(lambda: panel.find_bar.count.text() == "1 of 2", timeout=PATIENCE)
    panel.show_all()
    panel.tabs.open("Raw")
    qtbot.waitUntil(lambda: panel.find_bar.count.text() == "1 of 50", timeout=PATIENCE)


def test_cancel_another_answer_and_the_end_of_the_pane(
    panel: ResponsePanel, session: Session, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    vars(session)["json_path"] = JsonPathFilter(BodyFolder(tmp_path), FOREVER)
    panel.open_path()
    panel.path_bar.field.setText("$")
    panel.path_bar.filter.click()
    assert panel.path_bar.cancel.isVisible()
    panel.path_bar.cancel.click()
    assert panel.path_bar.words.text() == "Cancelled"
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    panel.path_bar.filter.click()
    answer = snapshot(odata(3))
    with qtbot.waitSignal(panel.shown, timeout=PATIENCE):
        panel.show_answer(answer, views_of(answer))
    assert panel.path_bar.filter.isVisible()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    panel.path_bar.filter.click()
    panel.clear()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    panel.path_bar.filter.click()  # there is nothing to filter
    assert bridge.is_idle()
