from collections.abc import Generator

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from k2bench.core.problem import Problem
from k2bench.ui.bridge import Bridge
from k2bench.ui.request.query.latest import Latest
from tests.ui.conftest import PATIENCE


def answer(value: int) -> Generator[None, None, int]:
    yield None
    return value


def broken() -> Generator[None, None, int]:
    yield None
    raise ValueError("no")


def test_only_the_last_question_is_answered(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[int] = []
    problems: list[Problem] = []
    owner = QObject()
    latest = Latest(owner, bridge, problems.append)
    for value in (1, 2, 3):
        latest.ask(lambda value=value: answer(value), heard.append)  # type: ignore[misc]
    assert latest.is_busy
    qtbot.waitUntil(lambda: not latest.is_busy, timeout=PATIENCE)
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert heard == [3]
    latest.ask(broken, heard.append)
    qtbot.waitUntil(lambda: bool(problems), timeout=PATIENCE)
    assert not latest.is_busy


def test_what_is_dropped_is_not_heard(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[int] = []
    owner = QObject()
    latest = Latest(owner, bridge, lambda _: None)
    latest.ask(lambda: answer(1), heard.append)
    latest.drop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert heard == []


def test_nothing_is_heard_once_its_owner_is_gone(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[int] = []
    owner = QObject()
    latest = Latest(owner, bridge, lambda _: None)
    latest.ask(lambda: answer(1), heard.append)
    shiboken6.delete(owner)
    assert not latest.is_busy
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert heard == []
