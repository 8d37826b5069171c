"""A bar for work whose length is not known, and what is being done."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes


class Progress(QWidget):
    """Moves while it is shown."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(words)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid * 2)
        column.addWidget(label(words, Role.HINT))
        column.addWidget(self.bar)
