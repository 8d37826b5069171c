"""The fields of the client-credentials grant: Postman's words. Values in, values out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from k2bench.auth.credentials import (
    CLIENT_ID,
    CLIENT_SECRET,
    PLACEMENTS,
    SCOPE,
    TOKEN_URL,
    ClientAuth,
    ClientCredentials,
)
from k2bench.core.environment import Environment
from k2bench.core.secret import Secret
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tones import sizes

GRANT, PLACEMENT = "Grant Type", "Client Authentication"


class OAuthFields(QWidget):
    """What a token request needs. `edited`: a field was left, or a choice made."""

    edited = Signal()
    submitted = Signal()  # Enter in a field

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._extra: tuple[tuple[str, str], ...] = ()
        self._scopes = ("", "")
        self._chosen = 0  # which of them; it stays while its text is edited
        self.grant = choice("Client Credentials")
        self.token_url = _line("https://login.onk2.com/{guid}/connect/token")
        self.client_id = _line("idt.cc.…")
        self.secret = SecretField(CLIENT_SECRET, clipboard)
        self.scope = QComboBox(editable=True)
        self.scope.setProperty("body", "true")
        # A scope is compared exactly: what is typed stays as typed. (The stubs forget None.)
        self.scope.setCompleter(None)  # type: ignore[arg-type]
        _may_shrink(self.scope)
        self.placement = choice(*PLACEMENTS.values())
        self.fields = {
            name: Field(name, entry)
            for name, entry in (
                (GRANT, self.grant),
                (TOKEN_URL, self.token_url),
                (CLIENT_ID, self.client_id),
                (CLIENT_SECRET, self.secret),
                (SCOPE, self.scope),
                (PLACEMENT, self.placement),
            )
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid * 3)
        for field in self.fields.values():
            column.addWidget(field)
        scope = self.scope.lineEdit()
        assert scope is not None  # the box is editable
        for line in (self.token_url, self.client_id, scope):
            line.editingFinished.connect(self.edited)
            line.returnPressed.connect(self.submitted)
        self.secret.returnPressed.connect(self.submitted)
        self.scope.activated.connect(self._choose)
        self.placement.activated.connect(self.edited)

    def credentials(self) -> ClientCredentials:
        """What the fields hold, as typed."""
        placement = list(PLACEMENTS)[max(0, self.placement.currentIndex())]
        return ClientCredentials(
            self.token_url.text(),
            self.client_id.text(),
            self.secret.secret(),
            self.scope.currentText(),
            placement,
            self._extra,
        )

    def show_environment(self, environment: Environment | None, secret: Secret | None) -> None:
        """Fill the fields; they are disabled without an environment."""
        shown = environment or Environment("", "", scope="", scim_scope="")
        self._extra = shown.extra
        self.token_url.setText(shown.token_url)
        self.token_url.setCursorPosition(0)
        self.client_id.setText(shown.client_id)
        self.show_scopes(shown)
        self._chosen = 0
        self.scope.setCurrentText(shown.scope)
        self.placement.setCurrentText(PLACEMENTS[ClientAuth(shown.client_auth)])
        self.secret.show_secret(secret)
        for field in self.fields.values():
            field.clear_message()
            field.entry.setEnabled(environment is not None)

    def show_ready(self, ready: ClientCredentials) -> None:
        """What was typed, without the blanks and the login in the URL that are not sent."""
        for line, text in ((self.token_url, ready.token_url), (self.client_id, ready.client_id)):
            if line.text() != text and line.text().strip():
                line.setText(text)

    def put_scope(self, scope: str) -> None:
        """Another scope; it is the other API's when the environment has it there."""
        if scope in self._scopes:
            self._chosen = self._scopes.index(scope)
        self.scope.setCurrentText(scope)

    def is_scim_scope(self) -> bool:
        """Whether the scope that is chosen, and perhaps edited since, is the one for SCIM."""
        return self._chosen == 1

    def show_scopes(self, environment: Environment) -> None:
        """The scopes of the environment by API, as choices; what is chosen stays."""
        scopes = (environment.scope, environment.scim_scope)
        if scopes != self._scopes:
            self._scopes = scopes
            typed = self.scope.currentText()
            self.scope.clear()
            for scope, api in zip(scopes, ("OData and Workflow REST", "SCIM"), strict=True):
                self.scope.addItem(scope)
                self.scope.setItemData(self.scope.count() - 1, api, Qt.ItemDataRole.ToolTipRole)
            self.scope.setCurrentText(typed)

    def _choose(self, index: int) -> None:
        self._chosen = index
        self.edited.emit()


def _line(placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setProperty("body", "true")
    return line


def choice(*items: str) -> QComboBox:
    """A box that may be narrower than its longest item."""
    box = QComboBox()
    box.addItems(items)
    _may_shrink(box)
    return box


def _may_shrink(box: QComboBox) -> None:
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
