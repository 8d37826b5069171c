"""The first page: three ways in."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.cards import Card
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.progress import Progress
from k2bench.ui.kit.tones import sizes


class StartPage(QWidget):
    """Shown while there is no environment."""

    demo_requested = Signal()
    credentials_requested = Signal()
    onboarding_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Start")
        self.banner = ProblemBanner()
        self.demo = Card(
            "demo",
            "Try the demo tenant",
            "One click: an environment, a token, and data on the screen. It runs on this computer "
            "and needs no contract.",
            primary=True,
        )
        self.credentials = Card(
            "key",
            "I have credentials",
            "Enter the token URL, the client id and the secret that you chose.",
        )
        self.onboarding = Card(
            "shield",
            "I need credentials",
            "Choose a secret and make the hash that Nintex asks for in a support ticket.",
        )
        self.progress = Progress("Starting the demo tenant…")
        self.progress.hide()
        self.demo.clicked.connect(self.demo_requested)
        self.credentials.clicked.connect(self.credentials_requested)
        self.onboarding.clicked.connect(self.onboarding_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = sizes().grid
        cards = QHBoxLayout()
        cards.setSpacing(grid * 4)
        self.setFocusProxy(self.demo)
        for card in (self.demo, self.credentials, self.onboarding):
            cards.addWidget(card, 1)
        column = QVBoxLayout()
        column.setSpacing(grid * 4)
        column.addStretch(2)
        column.addWidget(label("Welcome to k2bench", Role.TITLE))
        column.addWidget(
            label(
                "From a secret to rows on the screen: OData, Workflow REST and SCIM of Nintex K2 "
                "Cloud, and any other OData service. No account, no telemetry; secrets stay in "
                "your system's keychain.",
                Role.HINT,
                wrap=True,
            )
        )
        column.addLayout(cards)
        column.addWidget(self.banner)
        column.addWidget(self.progress)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[grid * 6] * 4)
        row.addStretch(1)
        self._inside = QWidget()
        self._inside.setLayout(column)
        row.addWidget(self._inside, 20)
        row.addStretch(1)
        self._limit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # the zoom may be another
            self._limit()

    def _limit(self) -> None:
        self._inside.setMaximumWidth(sizes().grid * 220)

    def show_busy(self, busy: bool) -> None:
        """Whether the demo tenant is being started."""
        self.demo.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
        if busy:
            self.banner.clear()
