"""The Authorization panel: Postman's fields and words. Values in, intents out."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from k2bench.auth.credentials import CLIENT_SECRET, TOKEN_URL, Advice
from k2bench.auth.token import AccessToken
from k2bench.core.auth_type import AuthType
from k2bench.core.authorization import Auth, OAuth2, type_of
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.secret import Secret
from k2bench.ui.authorization.oauth_fields import OAuthFields, choice
from k2bench.ui.authorization.other_fields import OtherAuthFields
from k2bench.ui.authorization.token_card import TokenCard
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.tones import sizes

TYPE = "Authorization Type"
OWN = "For this request only"


class AuthorizationPanel(QScrollArea):
    """Edits one environment's login, or a request's own, and shows the token that it brought."""

    token_requested = Signal()
    cancel_requested = Signal()
    check_requested = Signal()
    paste_requested = Signal()
    use_requested = Signal(object)  # AccessToken
    inspect_requested = Signal(object)  # AccessToken
    edited = Signal()
    auth_edited = Signal()  # the type, whose it is, or a field that is not of OAuth 2.0
    step_requested = Signal(object)  # NextStep

    def __init__(self, clipboard: SecretClipboard, now: Callable[[], float]) -> None:
        super().__init__()
        self.setAccessibleName("Authorization")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.own = QCheckBox(OWN)
        self.own.setAccessibleName(OWN)
        self.type = choice(*(each.value for each in AuthType))
        self.oauth = OAuthFields(clipboard)
        self.others = OtherAuthFields(clipboard)
        self.fields = {TYPE: Field(TYPE, self.type), **self.oauth.fields}
        self.get_token = Button("Get New Access Token", primary=True)
        self.cancel = Button("Cancel Token Request")
        self.check = Button("Check Endpoint")
        self.paste = Button("Paste Anything...")
        self.banner = ProblemBanner()
        self.card = TokenCard(clipboard, now)
        self._busy = False
        self._secret_advice = ""
        self._lay_out()
        self._connect()
        self.show_environment(None, None)
        self.show_auth(OAuth2(), own=False)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setAccessibleName("Authorization")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[sizes().grid * 3] * 4)
        column.setSpacing(sizes().grid * 3)
        for widget in (
            self.fields[TYPE],
            self.own,
            self.oauth,
            self.others,
            self.get_token,
            self.cancel,
            self.check,
            self.paste,
            self.banner,
            self.card,
        ):
            column.addWidget(widget)
        column.addStretch()
        self.setWidget(inside)

    def _connect(self) -> None:
        self.get_token.clicked.connect(self.token_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.check.clicked.connect(self.check_requested)
        self.paste.clicked.connect(self.paste_requested)
        self.card.use_requested.connect(self.use_requested)
        self.card.inspect_requested.connect(self.inspect_requested)
        self.banner.step_requested.connect(self.take_step)
        self.oauth.edited.connect(self.edited)
        self.oauth.submitted.connect(self.token_requested)
        self.others.edited.connect(self.auth_edited)
        self.type.activated.connect(self._choose_type)
        self.own.toggled.connect(self.auth_edited)

    def minimumSizeHint(self) -> QSize:
        # Wide enough that nothing is cut off: there is no horizontal scroll bar.
        inside, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(width + bar, sizes().grid * 40)

    def auth(self) -> Auth:
        """The authorization that is chosen and typed."""
        chosen = AuthType(self.type.currentText())
        return OAuth2() if chosen is AuthType.OAUTH2 else self.others.auth()

    def show_auth(self, auth: Auth, own: bool) -> None:
        """The authorization in force; `own`: of this request, not of its environment."""
        self.own.blockSignals(True)
        self.own.setChecked(own)
        self.own.blockSignals(False)
        self.type.setCurrentText(type_of(auth).value)
        self.others.show_auth(auth)
        self._show_type()

    def show_environment(self, environment: Environment | None, secret: Secret | None) -> None:
        """Fill the fields from an environment; they are disabled without one."""
        self.oauth.show_environment(environment, secret)
        self.banner.clear()
        for widget in (self.type, self.own, self.get_token, self.check, self.paste):
            widget.setEnabled(environment is not None)

    def show_secret(self, secret: Secret | None) -> None:
        """The secret of the environment."""
        self.oauth.secret.show_secret(secret)

    def show_busy(self, busy: bool) -> None:
        """Whether a token request is under way."""
        self._busy = busy
        self._show_type()
        if busy:
            self.banner.clear()

    def show_token(self, token: AccessToken | None, in_use: bool = False) -> None:
        """The token that came; None hides it."""
        self.card.show_token(token, in_use)
        self._show_type()
        if token is not None and not in_use:  # later, for it is not laid out yet
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.card))

    def show_advice(self, advice: tuple[Advice, ...]) -> None:
        """One warning below each field that it is about."""
        texts: dict[str, list[str]] = {}
        for each in advice:
            texts.setdefault(each.field, []).append(each.text)
        for name, lines in texts.items():
            self.fields[name].show_warning(" ".join(lines))
        self._secret_advice = " ".join(texts.get(CLIENT_SECRET, ()))

    def show_kept(self, where: str) -> None:
        """Where the secret is kept, below its field."""
        field = self.fields[CLIENT_SECRET]
        field.show_hint(where)
        if self._secret_advice:  # known before, and still true
            field.show_warning(f"{self._secret_advice} {where}")

    def show_problem(self, problem: Problem) -> None:
        """What went wrong; the field that it is about is marked too."""
        self.banner.show_problem(problem)
        about = problem.steps if problem.kind is ProblemKind.INPUT else ()
        for step in about:
            name = TOKEN_URL if step.value == "URL" else step.value  # the only one asked from here
            if step.step is Step.EDIT_FIELD and name in self.fields:
                self.fields[name].show_error(problem.title + ".")
        # later, for the banner is not laid out yet
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.banner))

    def clear_messages(self) -> None:
        """Nothing is odd or wrong any more."""
        self.banner.clear()
        self._secret_advice = ""
        for field in self.fields.values():
            field.clear_message()

    def _choose_type(self) -> None:
        self._show_type()
        self.auth_edited.emit()

    def _show_type(self) -> None:
        chosen = AuthType(self.type.currentText())
        oauth = chosen is AuthType.OAUTH2
        self.others.show_type(chosen)
        for widget in (self.oauth, self.check, self.paste):
            widget.setVisible(oauth)
        self.card.setVisible(oauth and self.card.has_token())
        shown, hidden = self.get_token, self.cancel
        if self._busy:
            shown, hidden = hidden, shown
        shown.setVisible(oauth)
        if hidden.hasFocus():  # else Qt gives it to whatever comes next
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        hidden.hide()

    def has_field(self, name: str) -> bool:
        """Whether a field of that name is in here."""
        return name in self.fields or name in self.others.entries

    def take_step(self, step: NextStep) -> None:
        """Do what a button of a problem says, or hand it on."""
        match step.step:
            case Step.EDIT_FIELD if step.value == "URL":  # the only one that is asked from here
                self._edit(TOKEN_URL)
            case Step.EDIT_FIELD if self.has_field(step.value):
                self._edit(step.value)
            case Step.RETRY:
                self.token_requested.emit()
            case Step.SET_TOKEN_URL:
                self._put(self.oauth.token_url.setText, step.value)
            case Step.SET_SCOPE:
                self._put(self.oauth.put_scope, step.value)
            case Step.CHECK_ENDPOINT:
                self.check_requested.emit()
            case _:
                self.step_requested.emit(step)

    def _edit(self, name: str) -> None:
        entry = self.others.entries.get(name) or self.fields[name].entry
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, put: Callable[[str], None], value: str) -> None:
        put(value)
        self.clear_messages()
        self.edited.emit()
