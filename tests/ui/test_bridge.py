import asyncio
import threading
from collections.abc import Generator

from pytestqt.qtbot import QtBot

from k2bench.core.job import OnProgress
from k2bench.core.problem import Problem, ProblemKind, input_error
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge
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
