"""A line over a view that says what is odd about what it shows. Hidden when nothing is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.core.problem import NextStep
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import label
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

_ICONS = {Tone.WARN: "warning", Tone.ACCENT: "info"}


class NoteStrip(QWidget):
    """An icon, a sentence or two and perhaps a button; it takes no room while it is hidden."""

    step_requested = Signal(object)  # NextStep

    def __init__(self, name: str = "Note", tone: Tone = Tone.WARN) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._step: NextStep | None = None
        ground = QFrame()
        ground.setProperty("role", "banner")
        set_look(ground, "tone", tone.value)
        self._words = label(selectable=True, wrap=True)
        self._button = Button("", quiet=True)
        self._button.clicked.connect(lambda: self.step_requested.emit(self._step))
        grid = sizes().grid
        frame = QVBoxLayout(self)
        frame.setContentsMargins(grid * 3, grid * 2, grid * 3, grid * 2)
        frame.addWidget(ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(grid * 2, grid, grid * 2, grid)
        row.setSpacing(grid * 2)
        row.addWidget(IconLabel(_ICONS[tone], tone.value))
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def show_note(self, words: str, step: NextStep | None = None) -> None:
        """Show other words, with a button for `step`; none hides the strip."""
        self._words.setText(words)
        self._step = step
        self._button.setText(step.label if step else "")
        self._button.setAccessibleName(step.label if step else "")
        self._button.setVisible(step is not None)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """What it says."""
        return self._words.text()
