"""The tokens of this session: whose, for what, until when. They live in memory only."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

if TYPE_CHECKING:
    from k2bench.workbench.tokens import HeldToken

COLUMNS = ("Environment", "Scope", "Got", "Expires", "Use")


class TokensDialog(QDialog):
    """A row each; one can be inspected."""

    inspect_requested = Signal(object)  # AccessToken

    def __init__(
        self,
        tokens: "tuple[HeldToken, ...]",
        name_of: Callable[[str], str],
        now: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tokens of this session")
        self.resize(sizes().grid * 180, sizes().grid * 90)
        self._tokens = tokens
        self.table = FactsTable("Tokens", COLUMNS)
        self.table.show_rows(
            (
                name_of(held.environment_id),
                held.scope or "(none)",
                _time(held.token.issued_at),
                _expiry(held, now),
                "Use Token" if held.pinned else "by itself",
            )
            for held in tokens
        )
        self.inspect = Button("Inspect Token")
        self.close_ = Button("Close", primary=True)
        self._lay_out()
        self.inspect.clicked.connect(self._inspect)
        self.table.cellDoubleClicked.connect(self._inspect)
        self.close_.clicked.connect(self.accept)
        if tokens:
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        grid = sizes().grid
        buttons = QHBoxLayout()
        buttons.addWidget(self.inspect)
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(label("Kept in memory only; gone when k2bench ends.", Role.HINT))
        if self._tokens:
            column.addWidget(self.table, 1)
        else:
            hint = "Get New Access Token, or send a request."
            column.addWidget(EmptyState("key", "No tokens yet", hint), 1)
        self.inspect.setEnabled(bool(self._tokens))
        column.addLayout(buttons)

    def _inspect(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._tokens):
            self.inspect_requested.emit(self._tokens[row].token)


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).strftime("%H:%M:%S")


def _expiry(held: "HeldToken", now: float) -> str:
    end = held.token.expires_at
    if end is None:
        return "not said"
    return "expired" if held.token.is_expired(now) else _time(end)
