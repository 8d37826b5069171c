"""A line that says how far a transfer is, with a bar and a button that ends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

STEPS = 1000  # of the bar


class TransferStrip(QWidget):
    """Takes no room while it is hidden."""

    cancel_requested = Signal()

    def __init__(self, name: str, cancel: str) -> None:
        """`cancel`: what the button says."""
        super().__init__()
        self.setAccessibleName(name)
        self.words = label(role=Role.HINT)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(f"{name}: progress")
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(sizes().grid * 20)
        self.bar.setMaximumWidth(sizes().grid * 60)
        self.cancel = Button(cancel)  # no icon: it is painted anew with each step
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        grid = sizes().grid
        row.setContentsMargins(grid * 3, 0, grid * 3, grid * 2)
        row.setSpacing(grid * 3)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.stop()

    def show_transfer(self, words: str, done: int, total: int | None) -> None:
        """So much is there, of `total` if that is known."""
        self.words.setText(words)
        self.setAccessibleDescription(words)
        if total:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(min(STEPS, done * STEPS // total))
        else:
            self.bar.setRange(0, 0)
        self.show()

    def stop(self) -> None:
        """Nothing is under way."""
        self.hide()
        self.bar.setRange(0, 1)  # a moving bar costs, even where nobody sees it
