"""What the flow tests do with the demo tenant: its clients, its faults, its problems read out."""

import re

from PySide6.QtWidgets import QTableWidget

from k2bench.core.environment import DEMO_ID, SecretKind
from k2bench.core.secret import Secret
from tests.flows.conftest import Driver

NEIGHBOUR_GUID = "0d9e8f7a-6b5c-4d3e-8f2a-1b0c9d8e7f6a"
NEIGHBOUR = ("idt.cc.demo-neighbour", "from the tenant next door")


def neighbours_login(token_url: str) -> str:
    """The token URL of the tenant next door, on the same host."""
    return re.sub(r"[0-9a-f-]{36}", NEIGHBOUR_GUID, token_url)


def client_secret(demo: Driver) -> Secret:
    """The secret of the client in use."""
    found = demo.app.session.secrets.remembered(DEMO_ID, SecretKind.CLIENT)
    assert found is not None
    return found


def use_client(demo: Driver, name: str) -> None:
    """Put another client of the tenant into the panel, as *About the Demo Tenant* does."""
    demo.app.wiring.demo_menu.about.trigger()
    dialog = demo.dialog()
    table = demo.find("Demo clients", dialog)
    assert isinstance(table, QTableWidget)
    ids = [table.item(row, 0).text() for row in range(table.rowCount())]
    table.selectRow(ids.index(f"idt.cc.demo-{name}"))
    demo.press("Use This Client", dialog)
    assert demo.text("Authorization/Client ID").endswith(name)


def refused(demo: Driver) -> str:
    """Get New Access Token, and what the banner says then."""
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Problem")
    return demo.problem("Authorization")


def causes(demo: Driver, pane: str) -> list[str]:
    """The numbered causes in the details of a pane's problem."""
    if not demo.sees(f"{pane}/Problem details"):
        demo.press(f"{pane}/Problem/Details")
    details = demo.text(f"{pane}/Problem details")
    return re.findall(r"^\d+\. (.+)$", details, re.MULTILINE)


def set_fault(demo: Driver, key: str, on: bool = True, **parameters: object) -> None:
    """Switch a fault over the tenant's control surface, as the menu does, with its parameters."""
    control = demo.app.wiring.demo._control
    assert control is not None
    demo.app.session.loop.run(lambda: control.set_fault(key, on, **parameters), 20)


def publish(demo: Driver, smartobject: str, delay: float) -> None:
    """Publish what comes late, sooner than the menu does."""
    control = demo.app.wiring.demo._control
    assert control is not None
    demo.app.session.loop.run(lambda: control.publish(smartobject, delay), 20)


def open_url(demo: Driver, url: str) -> None:
    """Type a URL, send it, and wait for what comes."""
    demo.type("Request/Request URL", url)
    demo.send()
