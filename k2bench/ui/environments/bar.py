"""The strip at the top: which environment, which token, and the one button that mends both."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from k2bench.core.environment import Environment
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.countdown import Countdown
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.pill import Pill
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

if TYPE_CHECKING:
    from k2bench.auth.token import AccessToken


class EnvironmentBar(QWidget):
    """Chooses an environment and shows how long its token lasts."""

    environment_chosen = Signal(str)  # id
    manage_requested = Signal()
    token_requested = Signal()

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__()
        self.setAccessibleName("Environment bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "bar")
        self.choice = QComboBox()
        self.choice.setAccessibleName("Environment")
        self.choice.setPlaceholderText("No environment")
        self.choice.setMinimumWidth(sizes().grid * 40)
        self.manage = IconButton("settings", "Manage environments")
        self.host = label(role=Role.HINT, selectable=True)
        self.host.setProperty("body", "true")
        self.token = Pill("Token status")
        self.get_token = Button("Get New Access Token", "refresh")
        self._now = now
        self._token: AccessToken | None = None
        self._countdown = Countdown("Token time", now)
        self._countdown.ticked.connect(self._show_token)
        self._countdown.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(*(sizes().grid * units for units in (3, 2, 3, 2)))
        row.setSpacing(sizes().grid * 3)
        row.addWidget(self.choice)
        row.addWidget(self.manage)
        row.addWidget(self.host)
        row.addStretch(1)
        row.addWidget(self.token)
        row.addWidget(self.get_token)
        self.choice.activated.connect(self._chosen)
        self.manage.clicked.connect(self.manage_requested)
        self.get_token.clicked.connect(self.token_requested)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # the zoom may be another
            self.choice.setIconSize(QSize(sizes().icon, sizes().icon))

    def show_environments(self, environments: tuple[Environment, ...]) -> None:
        """The choices."""
        self.choice.clear()
        for each in environments:
            self.choice.addItem(icon("record", each.colour or "dim"), each.name, each.id)
        self.choice.setEnabled(bool(environments))
        if not environments:
            self.choice.addItem("No environment")
            self.choice.setCurrentIndex(0)

    def show_current(self, environment: Environment | None) -> None:
        """The one chosen."""
        index = self.choice.findData(environment.id) if environment is not None else -1
        self.choice.setCurrentIndex(index if self.choice.isEnabled() else 0)
        host = environment.tenant_url if environment else ""
        self.host.setText(host.partition("://")[2] or host)
        self.get_token.setEnabled(environment is not None)

    def show_token(self, token: "AccessToken | None") -> None:
        """The token in use; None: there is none."""
        self._token = token
        if token is None:
            self._countdown.show_until(None)
            self.token.show_status("", Tone.NEUTRAL)
        elif token.expires_at is None:
            self._countdown.show_until(None)
            self.token.show_status("Token in use", Tone.GOOD, "shield")
        else:
            self._countdown.show_until(token.expires_at)

    def _show_token(self, text: str, tone: Tone) -> None:
        if not text:
            return
        words = f"Token valid {text}"
        if tone is Tone.BAD:
            words = "Token expired"
        elif self._token is not None and self._token.is_stale(self._now()):
            words, tone = "Token about to expire, no longer used", Tone.WARN
        self.token.show_status(words, tone, "shield" if tone is Tone.GOOD else "")

    def _chosen(self, index: int) -> None:
        chosen = self.choice.itemData(index)
        if chosen:
            self.environment_chosen.emit(chosen)
