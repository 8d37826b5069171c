import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import SecretKind
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.ui.bridge import Bridge
from k2bench.ui.demo.controller import DemoController
from k2bench.ui.demo.page import DemoPage
from k2bench.workbench.demo_tenant import DemoTenant
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE


def test_one_click_makes_an_environment(session: Session, bridge: Bridge, qtbot: QtBot) -> None:
    controller = DemoController(session, bridge)
    busy: list[bool] = []
    controller.busy_changed.connect(busy.append)
    with qtbot.waitSignals([controller.started, controller.faults_changed], timeout=PATIENCE):
        controller.start()
        controller.start()  # a second click while it starts
    assert busy == [True, False]
    current = session.environments.current
    assert current is not None
    assert current.name == "Demo tenant"
    assert current.transient


def test_faults_and_clients(session: Session, bridge: Bridge, qtbot: QtBot) -> None:
    controller = DemoController(session, bridge)
    with qtbot.waitSignal(controller.faults_changed, timeout=PATIENCE):
        controller.start()
    with qtbot.waitSignal(controller.faults_changed, timeout=PATIENCE) as changed:
        controller.switch_fault("latency", True)
    assert {each.key for each in changed.args[0] if each.active} == {"latency"}
    with qtbot.waitSignal(controller.faults_changed, timeout=PATIENCE) as changed:
        controller.clear_faults()
    assert not any(each.active for each in changed.args[0])
    parent = QWidget()
    qtbot.addWidget(parent)
    controller.about(parent)
    page = parent.findChild(DemoPage)
    page.table.selectRow(1)
    with qtbot.waitSignal(controller.client_changed) as client:
        page.use.click()
    environment = client.args[0]
    assert environment.client_id == "idt.cc.demo-no-tasks"
    assert session.secrets.remembered(environment.id, SecretKind.CLIENT)


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
