import pytest
from pytestqt.qtbot import QtBot

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.ui.bridge import Bridge
from k2bench.ui.demo.controller import FIRST_REQUEST, DemoController
from k2bench.workbench.demo_tenant import DemoTenant
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE


def test_one_click_makes_an_environment(session: Session, bridge: Bridge, qtbot: QtBot) -> None:
    controller = DemoController(session, bridge)
    busy: list[bool] = []
    controller.busy_changed.connect(busy.append)
    with qtbot.waitSignal(controller.started, timeout=PATIENCE) as started:
        controller.start()
        controller.start()  # a second click while it starts
    assert started.args == [FIRST_REQUEST]
    assert busy == [True, False]
    current = session.environments.current
    assert current is not None
    assert current.name == "Demo tenant"
    assert current.transient


def test_a_tenant_that_does_not_start_is_said(
    session: Session, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: DemoTenant) -> None:
        raise WorkbenchError(Problem(ProblemKind.STORAGE, "It did not start"))

    monkeypatch.setattr(DemoTenant, "start", fail)
    controller = DemoController(session, bridge)
    with qtbot.waitSignal(controller.failed, timeout=PATIENCE) as failed:
        controller.start()
    assert failed.args[0].title == "It did not start"
    with qtbot.waitSignal(controller.failed, timeout=PATIENCE):
        controller.start()
