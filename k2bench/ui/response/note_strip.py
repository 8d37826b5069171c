"""A line over a view that says what is odd about what it shows. Hidden when nothing is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import label
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes


class NoteStrip(QWidget):
    """An icon and a sentence or two, kept off the edges; it takes no room while it is hidden."""

    def __init__(self, name: str = "Note") -> None:
        super().__init__()
        self.setAccessibleName(name)
        ground = QFrame()
        ground.setProperty("role", "banner")
        set_look(ground, "tone", Tone.WARN.value)
        self._words = label(selectable=True, wrap=True)
        grid = sizes().grid
        frame = QVBoxLayout(self)
        frame.setContentsMargins(grid * 3, grid * 2, grid * 3, grid * 2)
        frame.addWidget(ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(grid * 2, grid, grid * 2, grid)
        row.setSpacing(grid * 2)
        row.addWidget(IconLabel("warning", Tone.WARN.value))
        row.addWidget(self._words, 1)
        self.hide()

    def show_note(self, words: str) -> None:
        """Show other words; none hides the strip."""
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """What it says."""
        return self._words.text()
