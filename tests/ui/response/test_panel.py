import codecs
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.response import ResponseSnapshot
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.panel import ResponsePanel
from k2bench.workbench.progress import Progress
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of

PROBLEM = Problem(
    ProblemKind.REFUSED, "The service refused", "Why", steps=(NextStep("Again", Step.RETRY),)
)


@pytest.fixture
def panel(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> ResponsePanel:
    made = ResponsePanel(bridge)
    made.resize(800, 500)
    shown(made)
    return made


def answer(
    panel: ResponsePanel,
    qtbot: QtBot,
    snap: ResponseSnapshot,
    problem: Problem | None = None,
) -> None:
    with qtbot.waitSignal(panel.shown, timeout=PATIENCE):
        panel.show_answer(snap, views_of(snap), problem)


def test_it_starts_empty_and_says_what_to_do(panel: ResponsePanel) -> None:
    assert panel.accessibleName() == "Response"
    assert panel.empty.isVisible()
    assert "Send" in panel.empty.accessibleDescription()
    assert (panel.status_text(), panel.rows_text(), panel.has_problem()) == ("", "", False)


def test_an_answer(panel: ResponsePanel, qtbot: QtBot) -> None:
    answer(panel, qtbot, snapshot(odata(1000, **{"@odata.nextLink": "n"})))
    assert panel.status_text() == "200 OK"
    assert panel.rows_text() == "1,000 rows · more available"
    assert panel.tabs.isVisible()
    assert not panel.has_problem()


def test_a_failed_answer_shows_why_and_its_body(panel: ResponsePanel, qtbot: QtBot) -> None:
    answer(panel, qtbot, snapshot(b'{"error":{"code":"x"}}', status=403), PROBLEM)
    assert panel.has_problem()
    assert panel.tabs.strip.current_name() == "Pretty"
    answer(panel, qtbot, snapshot(odata(2), problem=PROBLEM))
    assert panel.has_problem()
    answer(panel, qtbot, snapshot(odata(2)))
    assert not panel.has_problem()


def test_no_answer(panel: ResponsePanel, qtbot: QtBot) -> None:
    answer(panel, qtbot, snapshot(odata(2)))
    with qtbot.waitSignal(panel.shown):
        panel.show_problem(PROBLEM)
    assert panel.has_problem()
    assert panel.status_text() == ""
    assert not panel.tabs.isVisible()
    button = panel.banner._shown[0]
    with qtbot.waitSignal(panel.step_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [NextStep("Again", Step.RETRY)]


def test_the_last_answer_stays_for_a_moment_while_waiting(
    panel: ResponsePanel, qtbot: QtBot
) -> None:
    answer(panel, qtbot, snapshot(odata(2)))
    panel.show_waiting()
    assert panel.tabs.isVisible()
    qtbot.waitUntil(panel.waiting.isVisible, timeout=PATIENCE)
    panel.show_progress(Progress(200, 5_000_000))
    assert panel.waiting.words.text() == "Receiving: 5.0 MB so far"
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(panel.waiting.cancel, Qt.MouseButton.LeftButton)
    panel.show_cancelled()
    assert panel.empty.accessibleName() == "Cancelled"
    assert panel.waiting.bar.maximum() == 1


def test_a_quick_answer_leaves_no_wait(panel: ResponsePanel, qtbot: QtBot) -> None:
    panel.show_waiting()
    answer(panel, qtbot, snapshot(odata(2)))
    assert not panel._patience.isActive()
    assert panel.tabs.isVisible()


def test_notes_are_shown(panel: ResponsePanel, qtbot: QtBot) -> None:
    snap = snapshot(b"<html>", "application/json", notes=("A redirect dropped headers.",))
    answer(panel, qtbot, snap)
    assert panel.note.text().split("\n") == [
        "A redirect dropped headers.",
        "The header says application/json, but the body is HTML",
    ]


def test_another_encoding(panel: ResponsePanel, qtbot: QtBot) -> None:
    answer(panel, qtbot, snapshot(codecs.BOM_UTF16_LE + odata(3).decode().encode("utf-16-le")))
    assert panel.rows_text() == "3 rows"


def test_the_answer_before_is_dropped(panel: ResponsePanel, bridge: Bridge, qtbot: QtBot) -> None:
    first, second = snapshot(odata(50_000)), snapshot(odata(2))
    panel.show_answer(first, views_of(first))
    answer(panel, qtbot, second)
    assert panel.rows_text() == "2 rows"
    panel.show_answer(first, views_of(first))
    panel.clear()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert panel.rows_text() == ""


def test_names_are_unique_in_the_pane(panel: ResponsePanel, qtbot: QtBot) -> None:
    answer(panel, qtbot, snapshot(odata(3)))
    for name in ("Pretty", "Raw", "Headers"):
        panel.tabs.open(name)
    names = [w.accessibleName() for w in panel.findChildren(QWidget) if w.accessibleName()]
    for name in ("Status", "Time", "Size", "Response table", "Pretty text", "Raw text"):
        assert names.count(name) == 1
