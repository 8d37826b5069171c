"""About the demo tenant: its clients and what each shows, and how sure each fact about K2 is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from k2bench.assets import read_text
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
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
        self.facts = QTextBrowser()
        self.facts.setAccessibleName("Facts about K2")
        self.facts.setOpenLinks(False)  # nothing opens without a click that says where it leads
        self.facts.setMarkdown(read_text("k2-facts.md"))
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
        pages = TabStrip("Demo tenant")
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


def _table(clients: tuple[DemoClient, ...]) -> QTableWidget:
    table = QTableWidget(len(clients), 3)
    table.setAccessibleName("Demo clients")
    table.setHorizontalHeaderLabels(["Client", "Scopes", "What it shows"])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.setWordWrap(True)
    for row, client in enumerate(clients):
        for column, text in enumerate((client.id, "\n".join(client.scopes), client.shows)):
            table.setItem(row, column, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.resizeSection(0, sizes().grid * 52)
    header.resizeSection(1, sizes().grid * 52)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.selectRow(0)
    return table
