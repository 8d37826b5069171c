from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from k2bench.ui.demo.menu import DemoMenu
from k2bench.ui.demo.requests import READY
from k2bench.workbench.demo_control import Fault

FAULTS = (Fault("latency", "Latency", "Slow.", True), Fault("reset", "Reset", "Cut.", False))


def test_faults_are_listed_with_their_texts_and_switched(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    demo = DemoMenu(menu)
    demo.show_running(True)
    demo.show_faults(FAULTS)
    latency, reset, _, behave = demo.faults.actions()
    assert (latency.text(), latency.toolTip(), latency.isChecked()) == ("Latency", "Slow.", True)
    with qtbot.waitSignal(demo.fault_switched) as switched:
        reset.trigger()
    assert switched.args == ["reset", True]
    with qtbot.waitSignal(demo.clear_requested):
        behave.trigger()


def test_ready_requests_need_a_running_tenant(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    demo = DemoMenu(menu)
    assert not demo.requests.menuAction().isEnabled()
    demo.show_running(True)
    assert [each.text() for each in demo.requests.actions()] == [spec.name for spec in READY]
    with qtbot.waitSignal(demo.request_chosen) as chosen:
        demo.requests.actions()[0].trigger()
    assert chosen.args == [READY[0]]
    with qtbot.waitSignal(demo.publish_requested) as published:
        demo.publish.trigger()
    assert published.args == ["TravelExpenses"]
