"""The offer to put straight quotes for those of a word processor."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import label
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

WORDS = "OData takes straight quotes ('); this text has typographic signs."


class MendStrip(QFrame):
    """Hidden until there is something to mend."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.text = ""
        self.setProperty("role", "banner")
        set_look(self, "tone", Tone.ACCENT.value)
        self.mend = Button("Mend quotes", quiet=True)
        self.mend.setAccessibleDescription(name)
        grid = sizes().grid
        row = QHBoxLayout(self)
        row.setContentsMargins(grid * 2, grid, grid * 2, grid)
        row.setSpacing(grid * 2)
        row.addWidget(IconLabel("info", Tone.ACCENT.value))
        row.addWidget(label(WORDS, wrap=True), 1)
        row.addWidget(self.mend)
        self.hide()

    def offer(self, text: str | None) -> None:
        """Offer another text; None: there is nothing to mend."""
        self.text = text or ""
        self.setVisible(text is not None)
