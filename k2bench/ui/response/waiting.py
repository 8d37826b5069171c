"""What the response pane shows while an answer is under way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.wording import short_size

WAITING = "Waiting for the answer"


class Waiting(QWidget):
    """Words, a moving bar, and *Cancel*."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label(WAITING, Role.TITLE)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the answer")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(sizes().grid * 60)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self.cancel_requested)
        column = QVBoxLayout(self)
        column.setSpacing(sizes().grid * 4)
        column.addStretch(2)
        for part in (self.words, self.bar, self.cancel):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.start()

    def start(self) -> None:
        """Another request went out."""
        self.words.setText(WAITING)
        self.bar.setRange(0, 0)  # how long it takes is not known

    def stop(self) -> None:
        """Nothing is under way: the bar stands still."""
        self.bar.setRange(0, 1)

    def show_received(self, received: int) -> None:
        """So many bytes have come."""
        self.words.setText(f"Receiving: {short_size(received)} so far" if received else WAITING)
