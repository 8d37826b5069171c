"""The fields of the authorization types besides OAuth 2.0. Values in, values out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth, NoAuth, make_auth
from k2bench.core.secret import Secret
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tones import sizes

_SHOWN = {
    AuthType.NONE: ("nothing",),
    AuthType.OAUTH2: (),
    AuthType.BEARER: ("Token",),
    AuthType.BASIC: ("Username", "Password"),
    AuthType.API_KEY: ("Key", "Value", "Add to"),
}
_SECRET = {AuthType.BEARER: "Token", AuthType.BASIC: "Password", AuthType.API_KEY: "Value"}
_EXAMPLES = {"Key": "Ocp-Apim-Subscription-Key", "Value": "The key, or {{variable}}"}
_NAME = {AuthType.BASIC: "Username", AuthType.API_KEY: "Key"}


class OtherAuthFields(QWidget):
    """Shows the fields that one type needs; what stands in the others is kept."""

    edited = Signal()

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._type = AuthType.OAUTH2
        self.names = {name: QLineEdit() for name in ("Username", "Key")}
        self.secrets = {name: SecretField(name, clipboard) for name in _SECRET.values()}
        self.place = QComboBox()
        self.place.addItems([place.value for place in KeyPlace])
        self.entries: dict[str, QLineEdit] = {**self.names, **self.secrets}
        self._fields = {name: Field(name, entry) for name, entry in self.entries.items()}
        for name, example in _EXAMPLES.items():
            self.entries[name].setPlaceholderText(example)
        self._parts: dict[str, QWidget] = dict(self._fields)
        self._parts["Add to"] = Field("Add to", self.place)
        self._parts["nothing"] = label(
            "The request is sent without any authorization.", Role.HINT, wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid * 3)
        for name in ("nothing", "Token", "Username", "Password", "Key", "Value", "Add to"):
            column.addWidget(self._parts[name])
        for line in (*self.names.values(), *self.secrets.values()):
            line.editingFinished.connect(self.edited)
        self.place.activated.connect(self.edited)
        self.show_type(AuthType.OAUTH2)  # hidden: without a parent yet, it would be a window

    def show_type(self, kind: AuthType) -> None:
        """Show the fields of a type."""
        self._type = kind
        for name, part in self._parts.items():
            part.setVisible(name in _SHOWN[kind])
        self.setVisible(bool(_SHOWN[kind]))

    def show_auth(self, auth: Auth) -> None:
        """Fill in an authorization; the fields of the other types are emptied."""
        for line in self.names.values():
            line.clear()
        for field in self.secrets.values():
            field.show_secret(None)
        match auth:
            case BearerAuth(token):
                self.secrets["Token"].show_secret(token)
            case BasicAuth(username, password):
                self.names["Username"].setText(username)
                self.secrets["Password"].show_secret(password)
            case ApiKeyAuth(name, key, place):
                self.names["Key"].setText(name)
                self.secrets["Value"].show_secret(key)
                self.place.setCurrentText(place.value)
            case _:
                pass

    def show_kept(self, where: str) -> None:
        """Where the secrets are kept, below their fields."""
        for name in self.secrets:
            self._fields[name].show_hint(where)

    def kept(self) -> str:
        """What is said below the shown type's secret; empty when it has none."""
        return self._fields[_SECRET[self._type]].message() if self._type in _SECRET else ""

    def is_secret_given(self) -> bool:
        """Whether the shown type's secret was typed, or emptied by hand."""
        return self._type in _SECRET and self.secrets[_SECRET[self._type]].is_given()

    def auth(self) -> Auth:
        """What the fields of the shown type hold."""
        if self._type is AuthType.NONE:
            return NoAuth()
        name = self.names[_NAME[self._type]].text() if self._type in _NAME else ""
        secret = self.secrets[_SECRET[self._type]].secret() if self._type in _SECRET else Secret("")
        return make_auth(self._type, name, secret, KeyPlace(self.place.currentText()))
