"""The token that came, masked, with its countdown and what it is good for."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from k2bench.auth.jwt import scopes_of
from k2bench.auth.token import AccessToken
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.countdown import Countdown
from k2bench.ui.kit.flow_layout import FlowLayout
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

SHOWN = 10  # characters: a JWT's first ones are the same for every token of a server


class TokenCard(QFrame):
    """Hidden until there is a token."""

    use_requested = Signal(object)  # AccessToken
    inspect_requested = Signal(object)  # AccessToken

    def __init__(self, clipboard: SecretClipboard, now: Callable[[], float]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._clipboard = clipboard
        self._token: AccessToken | None = None
        self.expiry = Countdown("Token expiry", now)
        self.text = QLineEdit(readOnly=True)
        self.text.setAccessibleName("Access Token")
        self.text.setProperty("body", "true")
        self.meaning = label(role=Role.HINT, selectable=True, wrap=True)
        self.meaning.setAccessibleName("Token meaning")
        self.use = Button("Use Token")
        self.inspect = Button("Inspect Token")
        self.copy = IconButton("copy", "Copy token")
        self._lay_out()
        self.use.clicked.connect(self._use)
        self.inspect.clicked.connect(self._inspect)
        self.copy.clicked.connect(self._copy)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Access Token", Role.HEADING), 1)
        head.addWidget(self.expiry)
        value = QHBoxLayout()
        value.setSpacing(sizes().grid)
        value.addWidget(self.text, 1)
        value.addWidget(self.copy)
        buttons = FlowLayout(sizes().grid * 2)
        for widget in (self.use, self.inspect):
            buttons.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes().grid * 3 - 2] * 4)
        column.setSpacing(sizes().grid * 2)
        column.addLayout(head)
        column.addLayout(value)
        column.addWidget(self.meaning)
        column.addLayout(buttons)

    def has_token(self) -> bool:
        """Whether there is one to show."""
        return self._token is not None

    def show_token(self, token: AccessToken | None, in_use: bool) -> None:
        """Show `token`; None hides the card."""
        self._token = token
        self.setVisible(token is not None)
        if token is None:
            self.expiry.show_until(None)
            self.text.clear()
            return
        value = token.value.reveal()
        self.text.setText(value[: min(SHOWN, len(value) // 4)] + "•" * 12)
        self.expiry.show_until(token.expires_at)
        self.meaning.setText("\n".join([_meaning(token), *token.notes]))
        self.use.setText("In use" if in_use else "Use Token")
        self.use.setEnabled(not in_use)

    def _use(self) -> None:
        if self._token is not None:
            self.use_requested.emit(self._token)

    def _inspect(self) -> None:
        if self._token is not None:
            self.inspect_requested.emit(self._token)

    def _copy(self) -> None:
        if self._token is not None:
            self._clipboard.copy(self._token.value)


def _meaning(token: AccessToken) -> str:
    if token.jwt is None:
        scope = f" for {token.scope}" if token.scope else ""
        return f"Opaque token{scope}: only its server can read it."
    who = token.jwt.claims.get("client_id") or token.jwt.claims.get("sub") or "an unknown client"
    scopes = " ".join(scopes_of(token.jwt.claims)) or token.scope or "no scope"
    return f"Acts as {who}\nfor {scopes}"
