from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.secret import Secret
from k2bench.ui.demo.page import DemoPage
from k2bench.workbench.demo_tenant import DemoAddresses, DemoClient

CLIENTS = (
    DemoClient("idt.cc.a", Secret("secret-a"), ("s",), "The first."),
    DemoClient("idt.cc.b", Secret("secret-b"), ("s", "t"), "The second."),
)
ADDRESSES = DemoAddresses(
    "http://l/t",
    "http://h/v4/",
    "http://h/v3/",
    "http://h/w",
    "http://h/s",
    Secret("st"),
    "http://h/c",
    Secret("ct"),
    CLIENTS,
)


def test_clients_facts_and_their_certainty(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    page = DemoPage(ADDRESSES)
    shown(page)
    assert page.table.item(1, 2).text() == "The second."
    facts = page.facts.toPlainText()
    for mark in ("[V]", "[L]", "[S]", "[U]"):
        assert mark in facts
    page.table.selectRow(1)
    with qtbot.waitSignal(page.client_chosen) as chosen:
        qtbot.mouseClick(page.use, Qt.MouseButton.LeftButton)
    assert chosen.args == [CLIENTS[1]]
    cells = [page.table.item(r, c).text() for r in range(2) for c in range(3)]
    assert not any("secret" in cell for cell in cells)
