"""The page *Timeline*: how long what took, and over which connection."""

from PySide6.QtWidgets import QVBoxLayout

from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page
from k2bench.ui.response.timeline import facts_of, phases_of, warning_of
from k2bench.ui.response.timeline_bars import TimelineBars

LAST_ONLY = "The times are those of the last request, after the redirects."


class TimelinePage(Page):
    """Nothing of it needs work."""

    def __init__(self) -> None:
        super().__init__()
        self.note = NoteStrip("Timeline note")
        self.bars = TimelineBars()
        self.hint = label(role=Role.HINT, wrap=True)
        self.facts = FactsTable("Timeline figures", ("What", "Value"), (46,))
        grid = sizes().grid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        above = QVBoxLayout()
        above.setContentsMargins(grid * 3, grid * 3, grid * 3, grid * 3)
        above.setSpacing(grid * 2)
        above.addWidget(self.bars)
        above.addWidget(self.hint)
        column.addLayout(above)
        column.addWidget(self.facts, 1)

    def show_source(self, source: BodySource) -> None:
        """Show how another answer came."""
        snapshot = source.snapshot
        phases = () if source.arriving else phases_of(snapshot.timings)
        self.note.show_note(warning_of(snapshot))
        self.bars.show_phases(phases)
        self.hint.setText(LAST_ONLY if snapshot.redirects else "")
        if source.arriving:
            self.hint.setText("The times are known once the whole answer is here.")
        self.hint.setVisible(bool(self.hint.text()))
        self.facts.show_rows(facts_of(snapshot))
        self.read.emit()
