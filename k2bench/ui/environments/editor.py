"""The form of one environment, checked as it is typed. Values in, values out."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from k2bench.auth.credentials import CLIENT_ID, CLIENT_SECRET, PLACEMENTS, TOKEN_URL
from k2bench.auth.secret_advice import advice_on
from k2bench.core.environment import Environment, SecretKind, WritePolicy
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.url import origin_of, without_userinfo
from k2bench.ui.authorization.oauth_fields import PLACEMENT
from k2bench.ui.environments.variables import VariablesEditor
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes
from k2bench.workbench.environments import check_name

NAME, TENANT, ODATA = "Name", "Tenant URL", "OData base URL"
ODATA_SCOPE, SCIM_SCOPE = "Scope for OData and Workflow", "Scope for SCIM"
SCIM, SCIM_TOKEN = "SCIM URL", "SCIM token"
EXTRA = "Extra token parameters"
WRITES, COLOUR = "Writes", "Colour"
POLICIES = {
    WritePolicy.ASK: "Ask before each",
    WritePolicy.FORBIDDEN: "Forbidden",
    WritePolicy.FREE: "Free, without asking",
}
COLOURS = {
    "": "None",
    Tone.ACCENT: "Blue",
    Tone.GOOD: "Green",
    Tone.WARN: "Amber",
    Tone.BAD: "Red",
    Tone.VIOLET: "Violet",
}
_TEXTS = {
    NAME: "name",
    TENANT: "tenant_url",
    ODATA: "odata_url",
    TOKEN_URL: "token_url",
    CLIENT_ID: "client_id",
    ODATA_SCOPE: "scope",
    SCIM_SCOPE: "scim_scope",
    SCIM: "scim_url",
}
_HINTS = {
    TENANT: "The address at which you use K2, https://….onk2.com.",
    ODATA: "Only for a service that is not K2's, or not at the usual place.",
    SCIM_TOKEN: "The secret part of the SCIM address, one for each identity provider.",
    EXTRA: "Such as audience=… or resource=…, joined with &.",
}
_PLACEHOLDERS = {
    NAME: "Development",
    TENANT: "https://contoso.onk2.com",
    TOKEN_URL: "https://login.onk2.com/{guid}/connect/token",
    CLIENT_ID: "idt.cc.…",
}


class EnvironmentEditor(QScrollArea):
    """Shows one environment and gives back what was made of it."""

    edited = Signal()

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self.setAccessibleName("Environment form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._shown = Environment("", "")
        self._others: tuple[Environment, ...] = ()
        self.lines = {name: QLineEdit() for name in _TEXTS}
        for name, line in self.lines.items():
            line.setPlaceholderText(_PLACEHOLDERS.get(name, ""))
            line.setProperty("body", "false" if name == NAME else "true")
        self.secrets_ = {
            SecretKind.CLIENT: SecretField(CLIENT_SECRET, clipboard),
            SecretKind.SCIM_TOKEN: SecretField(SCIM_TOKEN, clipboard),
        }
        self.extra = QLineEdit()
        self.extra.setProperty("body", "true")
        self.placement, self.policy, self.colour = QComboBox(), QComboBox(), QComboBox()
        for client_auth, words in PLACEMENTS.items():
            self.placement.addItem(words, client_auth.value)
        for policy, words in POLICIES.items():
            self.policy.addItem(words, policy)
        for tone, words in COLOURS.items():
            self.colour.addItem(words, str(tone))
        self.production = QCheckBox("Production")
        self.production.setAccessibleName("Production")
        self.variables = VariablesEditor(clipboard)
        self.fields = {
            name: Field(name, line, _HINTS.get(name, "")) for name, line in self.lines.items()
        }
        self.fields[CLIENT_SECRET] = Field(CLIENT_SECRET, self.secrets_[SecretKind.CLIENT])
        self.fields[SCIM_TOKEN] = Field(
            SCIM_TOKEN, self.secrets_[SecretKind.SCIM_TOKEN], _HINTS[SCIM_TOKEN]
        )
        self.fields[PLACEMENT] = Field(PLACEMENT, self.placement)
        self.fields[EXTRA] = Field(EXTRA, self.extra, _HINTS[EXTRA])
        self.fields[WRITES] = Field(WRITES, self.policy)
        self.fields[COLOUR] = Field(COLOUR, self.colour)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, sizes().grid * 3, 0)
        column.setSpacing(sizes().grid * 3)
        for title, names in (
            ("Tenant", (NAME, TENANT, ODATA)),
            ("Login", (TOKEN_URL, CLIENT_ID, CLIENT_SECRET, PLACEMENT, ODATA_SCOPE, EXTRA)),
            ("SCIM", (SCIM, SCIM_TOKEN, SCIM_SCOPE)),
        ):
            column.addWidget(label(title, Role.HEADING))
            for name in names:
                column.addWidget(self.fields[name])
        column.addWidget(label("Safety", Role.HEADING))
        column.addWidget(self.production)
        column.addWidget(self.fields[WRITES])
        column.addWidget(self.fields[COLOUR])
        column.addWidget(label("Variables", Role.HEADING))
        column.addWidget(self.variables)
        column.addStretch()
        self.setWidget(inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        for line in (*self.lines.values(), *self.secrets_.values(), self.extra):
            line.textEdited.connect(self._edited)
        for box in (self.placement, self.policy, self.colour):
            box.activated.connect(self._edited)
        self.production.toggled.connect(self._edited)
        self.variables.edited.connect(self._edited)

    def show_others(self, environments: tuple[Environment, ...]) -> None:
        """Whose names are taken; the one that is shown may be among them."""
        self._others = environments

    def show_environment(self, environment: Environment, secrets: dict[str, Secret | None]) -> None:
        """Fill the form. `secrets`: by kind; None: there is none, or it is not known yet."""
        self._shown = environment
        for name, attribute in _TEXTS.items():
            self.lines[name].setText(getattr(environment, attribute))
            self.lines[name].setCursorPosition(0)
        self.extra.setText("&".join(f"{name}={value}" for name, value in environment.extra))
        self.placement.setCurrentIndex(max(0, self.placement.findData(environment.client_auth)))
        self.policy.setCurrentIndex(list(POLICIES).index(environment.write_policy))
        self.colour.setCurrentIndex(max(0, self.colour.findData(environment.colour)))
        self.production.blockSignals(True)
        self.production.setChecked(environment.production)
        self.production.blockSignals(False)
        for kind, field in self.secrets_.items():
            field.show_secret(secrets.get(kind))
        self.variables.show_variables(environment.variables, secrets)
        self.check()

    def show_secrets(self, secrets: dict[str, Secret | None]) -> None:
        """Secrets that were found meanwhile; what has been typed stays."""
        for kind, field in self.secrets_.items():
            if not field.text():
                field.show_secret(secrets.get(kind))
        self.variables.show_secrets(secrets)
        self.check()

    def environment(self) -> Environment:
        """What the form holds."""
        texts: dict[str, Any] = {
            attribute: without_userinfo(self.lines[name].text().strip())[0]
            for name, attribute in _TEXTS.items()
        }
        pairs = (part.partition("=") for part in self.extra.text().split("&") if part.strip())
        return replace(
            self._shown,
            **texts,
            extra=tuple((name.strip(), value.strip()) for name, _, value in pairs),
            client_auth=self.placement.currentData(),
            write_policy=self._policy(),
            colour=self.colour.currentData(),
            production=self.production.isChecked(),
            variables=self.variables.variables(),
        )

    def secrets(self) -> dict[str, Secret]:
        """The secrets in the form, by kind; one that was emptied by hand is to be forgotten.

        A field that is still empty is left out: its secret may not have been read yet.
        """
        own: dict[str, Secret] = {
            kind: field.secret() for kind, field in self.secrets_.items() if field.is_given()
        }
        return {**own, **self.variables.secrets()}

    def show_error(self, name: str, text: str) -> None:
        """Mark a field and go there."""
        self.fields[name].show_error(text)
        if name == NAME:
            self.lines[NAME].setModified(True)  # a blank one has been told: it stays told
        self.ensureWidgetVisible(self.fields[name])
        self.fields[name].entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Say below each field what is odd about it; one that was never filled is left alone."""
        for name in (TENANT, ODATA, TOKEN_URL, SCIM):
            self._check_url(name)
        self._check_name()
        secret = self.secrets_[SecretKind.CLIENT].secret()
        advice = " ".join(advice_on(secret))
        field = self.fields[CLIENT_SECRET]
        (field.show_warning if advice else field.show_hint)(advice)
        production = self.production.isChecked()
        free = self._policy() is WritePolicy.FREE
        hint = "In production k2bench asks all the same." if production and free else ""
        self.fields[WRITES].show_hint(hint)

    def _policy(self) -> WritePolicy:
        return WritePolicy(self.policy.currentData())  # Qt gives a plain text back

    def _check_name(self) -> None:
        line, field = self.lines[NAME], self.fields[NAME]
        field.clear_message()
        if not line.text().strip() and not line.isModified():
            return
        try:
            check_name(replace(self._shown, name=line.text()), self._others)
        except WorkbenchError as error:
            field.show_error(f"{error.problem.title}. {error.problem.hint}")

    def _check_url(self, name: str) -> None:
        field = self.fields[name]
        typed, had_userinfo = without_userinfo(self.lines[name].text().strip())
        field.clear_message()
        if not typed:
            return
        try:
            origin = origin_of(typed, name)
        except WorkbenchError as error:
            field.show_error(error.problem.hint)
            return
        if not origin.is_private_channel:
            field.show_warning("Not https: k2bench sends no credentials there.")
        elif had_userinfo:
            field.show_warning("The user name and password in it are not kept.")

    def _edited(self) -> None:
        self.check()
        self.edited.emit()
