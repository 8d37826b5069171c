import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.authorization import BearerAuth
from k2bench.core.environment import Environment, WritePolicy
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.request.controller import RequestController
from k2bench.ui.request.question import QuestionDialog
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.response.panel import ResponsePanel
from k2bench.workbench.session import Session
from tests.net.conftest import serve  # noqa: F401 - a fixture
from tests.ui.conftest import PATIENCE


@pytest.fixture
def current() -> Current:
    return Current()


@pytest.fixture
def tab(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> RequestTab:
    made = RequestTab(ResponsePanel(bridge))
    shown(made)
    return made


@pytest.fixture
def controller(
    session: Session, bridge: Bridge, current: Current, tab: RequestTab
) -> RequestController:
    return RequestController(session, bridge, current, tab)


@pytest.fixture
def server(serve):  # type: ignore[no-untyped-def]  # noqa: F811
    made = serve(lambda c: made.seen.append(c.request()) or c.answer(b'{"value": [{"a": 1}]}'))
    made.seen = []
    return made


def send(controller: RequestController, tab: RequestTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.response.shown, timeout=PATIENCE):
        controller.send()


def dialog_of(tab: RequestTab, qtbot: QtBot) -> QuestionDialog:
    qtbot.waitUntil(lambda: bool(tab.findChildren(QuestionDialog)), timeout=PATIENCE)
    return tab.findChildren(QuestionDialog)[-1]


def test_a_request_is_sent_and_answered(controller, tab, server, qtbot) -> None:  # type: ignore[no-untyped-def]
    controller.open(RequestSpec("GET", f"{server.url}/x"))
    send(controller, tab, qtbot)
    assert tab.response.status_text() == "200 OK"
    assert tab.request.send.isVisible()
    assert len(server.seen) == 1


def test_a_problem_before_sending_is_shown(controller, tab, qtbot) -> None:  # type: ignore[no-untyped-def]
    controller.open(RequestSpec("GET", "{{nope}}/x"))
    send(controller, tab, qtbot)
    assert tab.response.has_problem()
    assert tab.request.url.text() == "{{nope}}/x"


def test_a_write_is_asked_about(controller, tab, server, current, qtbot) -> None:  # type: ignore[no-untyped-def]
    current.show_environment(Environment("1", "Dev", server.url))
    controller.open(RequestSpec("DELETE", f"{server.url}/x"))
    controller.send()
    dialog_of(tab, qtbot).reject()
    qtbot.waitUntil(tab.request.send.isVisible, timeout=PATIENCE)
    assert server.seen == []
    with qtbot.waitSignal(tab.response.shown, timeout=PATIENCE):
        controller.send()
        dialog_of(tab, qtbot).yes.click()
    assert server.seen[0].startswith(b"DELETE /x")


def test_another_origin_is_asked_about_once(controller, tab, server, current, qtbot) -> None:  # type: ignore[no-untyped-def]
    current.show_environment(
        Environment("1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x")
    )
    controller.open(RequestSpec("GET", f"{server.url}/x"))
    with qtbot.waitSignal(tab.response.shown, timeout=PATIENCE):
        controller.send()
        dialog_of(tab, qtbot).without.click()
    send(controller, tab, qtbot)
    assert len(server.seen) == 2
    assert all(b"uthorization" not in head for head in server.seen)


def test_an_answer_about_an_origin_holds_for_every_tab(  # type: ignore[no-untyped-def]
    controller, session, bridge, shown, tab, server, current, qtbot
) -> None:
    current.show_environment(
        Environment("1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x")
    )
    controller.open(RequestSpec("GET", f"{server.url}/x"))
    with qtbot.waitSignal(tab.response.shown, timeout=PATIENCE):
        controller.send()
        dialog_of(tab, qtbot).without.click()
    other = RequestTab(ResponsePanel(bridge))
    shown(other)
    another = RequestController(session, bridge, current, other)
    another.open(RequestSpec("GET", f"{server.url}/y"))
    send(another, other, qtbot)
    assert len(server.seen) == 2


def test_steps_of_the_banner(controller, tab, server, current, qtbot) -> None:  # type: ignore[no-untyped-def]
    free = replace(Environment("1", "Dev", server.url), write_policy=WritePolicy.FREE)
    current.show_environment(free)
    controller.open(RequestSpec("GET", f"{server.url}/x"))
    send(controller, tab, qtbot)
    with qtbot.waitSignal(tab.response.shown, timeout=PATIENCE):
        controller.take_step(NextStep("Again", Step.RETRY))
    assert len(server.seen) == 2
    for step in (Step.GET_TOKEN, Step.OPEN_URL):
        with qtbot.waitSignal(controller.step_requested):
            controller.take_step(NextStep("Do it", step))


def test_an_authorization_of_its_own_goes_along(controller, tab, server, current, qtbot) -> None:  # type: ignore[no-untyped-def]
    controller.open(RequestSpec("GET", f"{server.url}/x", auth=BearerAuth(Secret("own-token"))))
    assert current.request_auth == BearerAuth(Secret("own-token"))
    send(controller, tab, qtbot)
    assert b"Authorization: Bearer own-token" in server.seen[0]


@pytest.fixture
def halting(serve):  # type: ignore[no-untyped-def]  # noqa: F811
    """A server that sends rows, and the rest when it is told to."""
    rows = b", ".join(b'{"a": %d}' % n for n in range(30_000))
    first, rest = b'{"value": [' + rows, b', {"a": "last"}]}'
    go = threading.Event()

    def handle(connection) -> None:  # type: ignore[no-untyped-def]
        connection.request()
        head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"
        connection.send(head.format(len(first + rest)).encode(), first)
        go.wait(PATIENCE / 1000)
        connection.send(rest)

    made = serve(handle)
    made.go = go.set
    yield made
    go.set()


def test_rows_show_while_the_rest_is_on_its_way(controller, tab, halting, qtbot) -> None:  # type: ignore[no-untyped-def]
    controller.open(RequestSpec("GET", f"{halting.url}/x"))
    controller.send()
    response = tab.response
    qtbot.waitUntil(lambda: response.rows_text() == "30,000 rows so far", timeout=PATIENCE)
    assert response.arriving.isVisible()
    assert tab.request.cancel.isVisible()
    with qtbot.waitSignal(response.shown, timeout=PATIENCE):
        halting.go()
    assert response.rows_text() == "30,001 rows"
    assert not response.arriving.isVisible()
    assert not response.has_problem()


def test_cancel_keeps_what_came(controller, tab, halting, qtbot) -> None:  # type: ignore[no-untyped-def]
    controller.open(RequestSpec("GET", f"{halting.url}/x"))
    controller.send()
    response = tab.response
    response.cancel_requested.connect(controller.cancel)
    qtbot.waitUntil(response.arriving.isVisible, timeout=PATIENCE)
    with qtbot.waitSignal(response.shown, timeout=PATIENCE):
        qtbot.mouseClick(response.arriving.cancel, Qt.MouseButton.LeftButton)
    assert "Cancelled after" in response.note.text()
    assert response.tabs.isVisible()
    assert tab.request.send.isVisible()
    qtbot.waitUntil(lambda: response.rows_text() == "30,000 rows", timeout=PATIENCE)
