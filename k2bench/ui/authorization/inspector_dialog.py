"""The token inspector: header and claims with their meaning, the signature, answer and request."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from k2bench.auth.check import Verdict
from k2bench.auth.inspection import Inspection
from k2bench.core.response import ResponseSnapshot
from k2bench.ui.authorization.verdicts import VERDICTS
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.pill import Pill
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

if TYPE_CHECKING:
    from k2bench.workbench.verification import Verification

_ICONS = {Verdict.PASS: "check", Verdict.WARN: "warning", Verdict.FAIL: "error"}
_TONES = {"verified": Tone.GOOD, "failed": Tone.BAD, "unknown": Tone.NEUTRAL}


class InspectorDialog(QDialog):
    """Shows one token; the token itself is in none of its texts."""

    def __init__(self, inspection: Inspection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Token Inspector")
        self.resize(sizes().grid * 210, sizes().grid * 140)
        self.signature = Pill("Signature")
        self.signature_why = label(
            "Checking the signature…", role=Role.HINT, selectable=True, wrap=True
        )
        self.table = _table(inspection)
        self.json = _text("Token JSON", inspection.json)
        self.answer = _text("Token answer", "")
        self.request = _text("Token request", "")
        self.pages = TabStrip("Token pages", flush=True)
        self.pages.add_page("Claims", self.table)
        if inspection.json:
            self.pages.add_page("JSON", self.json)
        self.close_ = Button("Close", primary=True)
        self.close_.clicked.connect(self.accept)
        self._lay_out(inspection)

    def _lay_out(self, inspection: Inspection) -> None:
        grid = sizes().grid
        head = QHBoxLayout()
        head.setSpacing(grid * 3)
        head.addWidget(label(inspection.summary, Role.TITLE, selectable=True, wrap=True), 1)
        head.addWidget(self.signature)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addLayout(head)
        column.addWidget(self.signature_why)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)

    def show_verification(self, found: "Verification") -> None:
        """What is known of the signature."""
        words = f"Signature {found.outcome.value}"
        self.signature.show_status(words, _TONES[found.outcome.value])
        self.signature_why.setText(found.why)

    def show_exchange(self, answer: ResponseSnapshot) -> None:
        """The request that was sent and the answer that brought the token, both masked."""
        sent = answer.sent
        self.request.setPlainText(
            f"{sent.method} {sent.url}\n{_headers(sent.headers)}\n\n"
            + sent.body.decode("utf-8", "replace")
        )
        self.answer.setPlainText(
            f"{answer.http_version} {answer.status} {answer.reason}\n"
            f"{_headers(answer.headers)}\n\n{answer.body[:].decode('utf-8', 'replace')}"
        )
        self.pages.add_page("Request", self.request)
        self.pages.add_page("Answer", self.answer)


def _headers(pairs: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in pairs)


def _text(name: str, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text, readOnly=True)
    made.setAccessibleName(name)
    made.setProperty("body", "true")
    return made


def _table(inspection: Inspection) -> FactsTable:
    rows = inspection.rows
    table = FactsTable("Token claims", ("From", "Name", "Value", "Meaning"), (20, 26, 60))
    table.show_rows((row.part.value, row.name, row.value, row.meaning) for row in rows)
    for at, row in enumerate(rows):
        meaning = table.item(at, 3)
        if row.verdict is not None and meaning is not None:
            tone, word = VERDICTS[row.verdict]
            meaning.setIcon(icon(_ICONS[row.verdict], tone.value))
            meaning.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}: {row.meaning}")
    return table
