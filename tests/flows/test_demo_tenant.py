"""The Demo menu: a ready request for each API, faults, clients."""

import pytest

from k2bench.ui.demo.requests import READY
from tests.flows.conftest import Driver


def open_request(demo: Driver, name: str) -> None:
    menu = demo.app.wiring.demo_menu
    action = next(each for each in menu.requests.actions() if each.text() == name)
    demo.while_shown(action.trigger)


@pytest.mark.parametrize("spec", READY, ids=lambda spec: spec.name)
def test_each_ready_request_works(demo: Driver, spec) -> None:  # type: ignore[no-untyped-def]
    open_request(demo, spec.name)
    assert demo.text("Response/Status") == "200 OK"
    assert not demo.sees("Response/Problem")
    assert demo.text("Request/Request URL") == spec.url


def test_a_fault_is_switched_on_and_off(demo: Driver) -> None:
    menu = demo.app.wiring.demo_menu
    demo.wait(lambda: bool(menu.faults.actions()))
    fault = next(each for each in menu.faults.actions() if "503" in each.text() + each.toolTip())
    fault.trigger()
    demo.wait(lambda: any(each.isChecked() for each in menu.faults.actions()))
    demo.send()
    assert demo.text("Response/Status").startswith("503")
    assert demo.sees("Response/Problem")
    demo.wait(lambda: menu.faults.actions()[-1].isEnabled())
    menu.faults.actions()[-1].trigger()
    demo.wait(lambda: not any(each.isChecked() for each in menu.faults.actions()))
    demo.send()
    assert demo.text("Response/Status") == "200 OK"


def test_another_client_is_put_into_the_panel(demo: Driver) -> None:
    demo.app.wiring.demo_menu.about.trigger()
    dialog = demo.dialog()
    table = demo.find("Demo clients", dialog)
    row = next(
        row
        for row in range(table.rowCount())
        if "hex-hash" in table.item(row, 0).text()  # type: ignore[attr-defined]
    )
    table.selectRow(row)  # type: ignore[attr-defined]
    demo.press("Use This Client", dialog)
    assert demo.text("Authorization/Client ID") == "idt.cc.demo-hex-hash"
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Problem")
    assert "registered in hex" in demo.problem("Authorization")
