"""Check Endpoint: the login's discovery document, judged, readable and as it came."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from k2bench.core.problem import NextStep, Problem, Step
from k2bench.ui.authorization.document_view import DocumentView
from k2bench.ui.authorization.verdicts import VERDICTS
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.kit.verdict_list import VerdictList, VerdictRow
from k2bench.ui.response.background import Background

if TYPE_CHECKING:
    from k2bench.workbench.endpoint_check import EndpointReport


class EndpointDialog(QDialog):
    """Shows a report, or why there is none, below the address that is asked."""

    step_requested = Signal(object)  # NextStep

    def __init__(self, address: str, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Check Endpoint")
        self.resize(sizes().grid * 190, sizes().grid * 130)
        self.address = label(address, role=Role.HINT, selectable=True, wrap=True)
        self.address.setAccessibleName("Address asked")
        self.wait = EmptyState("clock", "Asking the login…", "Nothing secret is sent.")
        self.banner = ProblemBanner()
        self.checks = VerdictList("Endpoint checks")
        self.table = FactsTable("Discovery document", ("Name", "Value"), (60,))
        self.raw = DocumentView("Discovery JSON", background)
        self.close_ = Button("Close", primary=True)
        self._lay_out()
        self.pages.hide()
        self.address.setVisible("://" in address)  # else none was asked
        self.close_.clicked.connect(self.accept)
        self.finished.connect(self.raw.stop)
        self.checks.step_requested.connect(self._step)
        self.banner.step_requested.connect(self._step)

    def _lay_out(self) -> None:
        grid = sizes().grid
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(grid * 3, grid * 3, grid * 3, grid * 3)
        column.addWidget(self.checks)
        column.addStretch()
        area.setWidget(inside)
        self.pages = TabStrip("Endpoint report", flush=True)
        self.pages.add_page("Checks", area)
        self.pages.add_page("Document", self.table)
        self.pages.add_page("JSON", self.raw)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(self.address)
        column.addWidget(self.banner)
        column.addWidget(self.wait, 1)
        column.addWidget(self.pages, 1)
        column.addStretch()
        column.addLayout(buttons)

    def show_report(self, report: "EndpointReport") -> None:
        """What was found."""
        self.address.setText(report.url)
        self.wait.hide()
        self.pages.show()
        self.checks.show_rows(
            VerdictRow(*VERDICTS[check.verdict], check.name, check.why, check.next_step)
            for check in report.checks
        )
        self.table.show_rows(report.rows)
        self.raw.show_document(report.raw)

    def show_problem(self, problem: Problem) -> None:
        """Nothing answered, or the URL is none."""
        self.wait.hide()
        self.banner.show_problem(problem)

    def _step(self, step: NextStep) -> None:
        self.accept()
        if step.step is Step.RETRY:
            step = NextStep("Check Endpoint", Step.CHECK_ENDPOINT)
        self.step_requested.emit(step)
