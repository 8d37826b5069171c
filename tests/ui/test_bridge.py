import asyncio
import threading
from collections.abc import Callable, Generator

import pytest
from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.job import OnProgress
from k2bench.core.problem import Problem, ProblemKind, input_error
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.background import nothing
from k2bench.workbench import steps
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE


class Heard:
    """What one piece of work told, and on which thread."""

    def __init__(self) -> None:
        self.endings: list[object] = []
        self.told: list[object] = []
        self.threads: set[str] = set()

    def ended(self, value: object = "cancelled") -> None:
        self.endings.append(value)
        self.threads.add(threading.current_thread().name)


async def answer(tell: OnProgress) -> int:
    tell("half")
    return 42


async def fail(tell: OnProgress) -> None:
    raise input_error("No", "Not this")


async def break_down(tell: OnProgress) -> None:
    raise ZeroDivisionError("s3cret-text")


async def wait(tell: OnProgress) -> None:
    await asyncio.Event().wait()


def test_success_is_heard_on_this_thread(bridge: Bridge, qtbot: QtBot) -> None:
    heard = Heard()
    bridge.start(answer, heard.ended, heard.ended, heard.ended, heard.told.append)
    qtbot.waitUntil(lambda: bool(heard.endings), timeout=PATIENCE)
    assert heard.endings == [42]
    assert heard.told == ["half"]
    assert heard.threads == {threading.current_thread().name}
    assert bridge.is_idle()


def test_an_error_is_a_problem_and_a_bug_is_masked(
    bridge: Bridge, session: Session, qtbot: QtBot
) -> None:
    session.redactor.add(Secret("s3cret-text"))
    problems: list[Problem] = []
    bridge.start(fail, problems.append, problems.append)
    bridge.start(break_down, problems.append, problems.append)
    qtbot.waitUntil(lambda: len(problems) == 2, timeout=PATIENCE)
    assert problems[0].title == "No"
    assert problems[1].kind is ProblemKind.BUG
    assert "ZeroDivisionError" in problems[1].detail
    assert "s3cret-text" not in problems[1].detail


def test_cancelled_before_and_after_it_began(bridge: Bridge, qtbot: QtBot) -> None:
    heard = Heard()
    early = bridge.start(wait, heard.ended, heard.ended, heard.ended)
    early.cancel()
    qtbot.waitUntil(lambda: heard.endings == ["cancelled"], timeout=PATIENCE)
    late = bridge.start(wait, heard.ended, heard.ended, heard.ended)
    late.cancel()
    late.cancel()
    qtbot.waitUntil(lambda: heard.endings == ["cancelled"] * 2, timeout=PATIENCE)


def test_dropped_work_is_not_heard_of(bridge: Bridge, qtbot: QtBot) -> None:
    heard = Heard()
    bridge.start(answer, heard.ended, heard.ended, heard.ended, heard.told.append).drop()
    bridge.start(wait, heard.ended, heard.ended, heard.ended).drop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert heard.endings == []
    assert heard.told == []


def test_steps_run_on_the_work_lane(bridge: Bridge, qtbot: QtBot) -> None:
    threads: list[str] = []
    results: list[int] = []

    def steps() -> Generator[int, None, int]:
        threads.append(threading.current_thread().name)
        yield 1
        return 7

    bridge.start_steps(steps, results.append, results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=PATIENCE)
    assert results == [7]
    assert threads[0] != threading.current_thread().name


class Counting:
    """Work that counts its steps."""

    def __init__(self) -> None:
        self.steps = 0
        self.stepped = threading.Event()

    def run(self) -> Generator[None, None, None]:
        while self.steps < 1000:
            self.steps += 1
            self.stepped.set()
            yield


def test_work_waits_while_the_window_goes_first(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "LONGEST_HOLD", 60)
    work = Counting()
    with bridge.first():
        bridge.start_steps(work.run, nothing, nothing)
        qtbot.waitUntil(work.stepped.is_set, timeout=PATIENCE)
        with bridge.first():
            pass
        assert work.steps == 1
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert work.steps == 1000


class Table(QTableView):
    """Lays itself out in one turn of the event loop, and is painted before the next."""

    def __init__(self, lane: steps.WorkLane) -> None:
        super().__init__()
        self._lane = lane
        self.was_held: list[bool] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.was_held.append(self._lane.is_held)


def test_the_lane_is_held_until_the_next_paint(
    bridge: Bridge, session: Session, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    model = QStandardItemModel(5, 5)
    table = Table(session.lane)
    table.setModel(model)
    shown(table)
    qtbot.waitUntil(lambda: bool(table.was_held), timeout=PATIENCE)
    table.was_held.clear()
    bridge.first_with_paint()
    model.appendRow([QStandardItem("x")])
    qtbot.waitUntil(lambda: bool(table.was_held), timeout=PATIENCE)
    assert table.was_held[0]
    qtbot.waitUntil(lambda: not session.lane.is_held, timeout=PATIENCE)


def test_more_is_loaded_on_the_other_thread_after_what_the_first_request_needs(
    session: Session, qtbot: QtBot
) -> None:
    loaded, threads = threading.Event(), []

    def load() -> None:
        threads.append(threading.current_thread().name)
        loaded.set()

    bridge = Bridge(session, load)
    with qtbot.waitSignal(bridge.warmed, timeout=PATIENCE):
        bridge.warm_up()
    assert loaded.wait(PATIENCE / 1000)
    assert threads == ["warm up"]
