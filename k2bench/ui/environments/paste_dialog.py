"""Paste anything: shows what was understood of a text before any of it is used."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from k2bench.auth.pasting import EXPECTED, Understood, understand
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

TYPING = 200  # milliseconds without a key before the text is read
NOTHING_YET = ("copy", "Nothing yet", "Nothing is used before you say so.")
AT_ONCE = 200_000  # characters; a longer paste is read on the work lane


class PasteDialog(QDialog):
    """Text in, settings out."""

    read_requested = Signal(str)  # a text that is too long to read here
    accepted_settings = Signal(object)  # Understood

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Paste anything")
        self.resize(sizes().grid * 180, sizes().grid * 150)
        self._understood: Understood | None = None
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Pasted text")
        self.text.setProperty("body", "true")
        self.text.setPlaceholderText(
            "A reply from support, a token URL, an issuer, a discovery URL, a Postman environment "
            "or collection, a curl command…"
        )
        self.table = FactsTable("Understood", ("Setting", "Value", "Found in"), (44, 80))
        self.none = EmptyState(*NOTHING_YET)
        self.notes = label(role=Role.HINT, selectable=True, wrap=True)
        self.notes.setAccessibleName("Paste notes")
        self.apply = Button("Use These Settings", primary=True)
        self.cancel = Button("Cancel")
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._lay_out()
        self.text.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._read)
        self.apply.clicked.connect(self._apply)
        self.cancel.clicked.connect(self.reject)
        self.show_understood(None)

    def _lay_out(self) -> None:
        grid = sizes().grid
        buttons = QHBoxLayout()
        buttons.setSpacing(grid * 2)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(self.text, 2)
        column.addWidget(label("What was understood", Role.HEADING))
        column.addWidget(self.table, 2)
        column.addWidget(self.none, 2)
        column.addWidget(self.notes)
        column.addLayout(buttons)

    def show_understood(self, understood: Understood | None) -> None:
        """What was read of the text; None: nothing yet."""
        self._understood = understood
        rows = understood.rows() if understood else ()
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        if understood is None:
            self.none.show_words(*NOTHING_YET)
        elif not rows:
            self.none.show_words("info", "No settings were found in this text", EXPECTED)
        self.notes.setText("\n".join(understood.notes) if understood is not None else "")
        self.apply.setEnabled(bool(rows))

    def _read(self) -> None:
        text = self.text.toPlainText()
        if not text.strip():
            self.show_understood(None)
        elif len(text) > AT_ONCE:
            self.apply.setEnabled(False)
            self.notes.setText("Reading…")
            self.read_requested.emit(text)
        else:
            self.show_understood(understand(text))

    def _apply(self) -> None:
        if self._understood is not None:
            self.accept()
            self.accepted_settings.emit(self._understood)
