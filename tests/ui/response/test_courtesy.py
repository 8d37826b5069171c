import threading
from collections.abc import Generator

import pytest
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response import courtesy
from k2bench.ui.response.courtesy import Courtesy
from tests.ui.conftest import PATIENCE


class Counting:
    """Endless work that counts its steps and tells of each."""

    def __init__(self) -> None:
        self.steps = 0
        self.stepped = threading.Event()

    def run(self) -> Generator[int, None, int]:
        while self.steps < 1_000_000:
            self.steps += 1
            self.stepped.set()
            yield self.steps
        return self.steps


def test_work_waits_while_the_window_goes_first(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy, "LONGEST", 60)
    polite, work = Courtesy(bridge), Counting()
    with polite.first(), polite.first():
        running = polite.start_steps(work.run, list, list)
        qtbot.waitUntil(work.stepped.is_set, timeout=PATIENCE)
        with polite.first():
            pass
        assert work.steps == 1
    qtbot.waitUntil(lambda: work.steps > 100, timeout=PATIENCE)
    running.cancel()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_the_next_paint_comes_first(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy, "LONGEST", 60)
    polite, work = Courtesy(bridge), Counting()
    polite.first_with_paint()
    assert not polite._free.is_set()
    running = polite.start_steps(work.run, list, list)
    qtbot.waitUntil(lambda: work.steps > 100, timeout=PATIENCE)
    running.cancel()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_it_never_waits_for_ever(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy, "LONGEST", 0.001)
    polite, work = Courtesy(bridge), Counting()
    with polite.first():
        running = polite.start_steps(work.run, list, list)
        qtbot.waitUntil(lambda: work.steps > 3, timeout=PATIENCE)
    running.drop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)


def test_results_failures_and_progress_pass_through(bridge: Bridge, qtbot: QtBot) -> None:
    def short() -> Generator[str, None, int]:
        yield "half"
        return 42

    def broken() -> Generator[str, None, int]:
        yield "half"
        raise ZeroDivisionError

    polite = Courtesy(bridge)
    heard: list[object] = []
    polite.start_steps(short, heard.append, heard.append, progress=heard.append)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert heard == ["half", 42]
    polite.start_steps(broken, heard.append, lambda problem: heard.append(problem.kind.value))
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert heard[-1] == "bug"
