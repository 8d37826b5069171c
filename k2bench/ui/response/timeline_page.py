"""The page *Timeline*: how long what took, and over which connection."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.items_finder import ItemsFinder
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
        self.finder = self._finder = ItemsFinder(self.facts, self.facts.cells)
        self._area = QScrollArea()
        self._area.setAccessibleName("Timeline page")
        self._area.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._lay_out()

    def _lay_out(self) -> None:
        """Everything in one column that scrolls as a whole; the table shows all of its rows."""
        self.facts.setSizeAdjustPolicy(FactsTable.SizeAdjustPolicy.AdjustToContents)
        self.facts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.facts.verticalHeader().geometriesChanged.connect(self.facts.updateGeometry)
        self.facts.currentCellChanged.connect(self._follow)
        inside = QWidget()
        grid = sizes().grid
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        above = QVBoxLayout()
        above.setContentsMargins(grid * 3, grid * 3, grid * 3, grid * 3)
        above.setSpacing(grid * 2)
        above.addWidget(self.bars)
        above.addWidget(self.hint)
        column.addLayout(above)
        column.addWidget(self.facts)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _follow(self, row: int) -> None:
        """Keep the row in view that the keyboard went to."""
        top = self.facts.rowViewportPosition(row) + self.facts.horizontalHeader().height()
        place = self.facts.pos().y() + top + self.facts.rowHeight(row) // 2
        self._area.ensureVisible(0, place, 0, self.facts.rowHeight(row))

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
        self._finder.clear()
        self.facts.show_rows(facts_of(snapshot))
        self.findable_changed.emit()
        self.read.emit()
