"""About the demo tenant: its clients and what each shows, and how sure each fact about K2 is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from k2bench.assets import read_text
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.markdown_view import MarkdownView
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.tones import sizes
from k2bench.workbench.demo_tenant import DemoAddresses, DemoClient


class DemoPage(QDialog):
    """Shows the tenant; one of its clients can be put into the Authorization panel."""

    client_chosen = Signal(object)  # DemoClient

    def __init__(self, addresses: DemoAddresses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About the demo tenant")
        self.resize(sizes().grid * 220, sizes().grid * 150)
        self._clients = addresses.clients
        self.table = _table(addresses.clients)
        self.use = Button("Use This Client")
        self.close_ = Button("Close", primary=True)
        self.facts = MarkdownView("Facts about K2", read_text("k2-facts.md"))
        self._lay_out(addresses)
        self.use.clicked.connect(self._use)
        self.table.cellDoubleClicked.connect(lambda *_: self._use())
        self.close_.clicked.connect(self.accept)

    def _lay_out(self, addresses: DemoAddresses) -> None:
        grid = sizes().grid
        clients = QWidget()
        inside = QVBoxLayout(clients)
        inside.setContentsMargins(0, grid * 3, 0, 0)
        inside.setSpacing(grid * 3)
        inside.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.use)
        below.addStretch()
        inside.addLayout(below)
        pages = TabStrip("Demo tenant", flush=True)
        pages.add_page("Clients", clients)
        pages.add_page("What is known of K2", self.facts)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(
            label(
                "A stand-in for a K2 tenant, on this computer only. It behaves as K2 is known to "
                "behave; the second page says what is verified [V] and what is only likely [L].",
                wrap=True,
            )
        )
        column.addWidget(label(addresses.odata, Role.HINT, selectable=True))
        column.addWidget(pages, 1)
        column.addLayout(buttons)

    def _use(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._clients):
            self.client_chosen.emit(self._clients[row])
            self.accept()


def _table(clients: tuple[DemoClient, ...]) -> FactsTable:
    table = FactsTable("Demo clients", ("Client", "Scopes", "What it shows"), (52, 52))
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.show_rows((each.id, "\n".join(each.scopes), each.shows) for each in clients)
    table.selectRow(0)
    return table
