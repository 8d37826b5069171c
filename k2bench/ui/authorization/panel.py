"""The Authorization panel: Postman's fields and words. Values in, intents out."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from k2bench.auth.credentials import (
    CLIENT_ID,
    CLIENT_SECRET,
    SCOPE,
    TOKEN_URL,
    Advice,
    ClientAuth,
    ClientCredentials,
)
from k2bench.auth.token import AccessToken
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE, Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.secret import Secret
from k2bench.ui.authorization.token_card import TokenCard
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tones import sizes

PLACEMENTS = {
    ClientAuth.BODY: "Send client credentials in body",
    ClientAuth.BASIC: "Send as Basic Auth header",
}


class AuthorizationPanel(QScrollArea):
    """Edits one environment's login and shows the token that it brought."""

    token_requested = Signal()
    cancel_requested = Signal()
    use_requested = Signal(object)  # AccessToken
    edited = Signal()
    step_requested = Signal(object)  # NextStep

    def __init__(self, clipboard: SecretClipboard, now: Callable[[], float]) -> None:
        super().__init__()
        self.setAccessibleName("Authorization")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.type = _choice("OAuth 2.0")
        self.grant = _choice("Client Credentials")
        self.token_url = _line("https://login.onk2.com/{guid}/connect/token")
        self.client_id = _line("idt.cc.…")
        self.secret = SecretField(CLIENT_SECRET, clipboard)
        self.scope = QComboBox(editable=True)
        self.scope.addItems([ODATA_SCOPE, SCIM_SCOPE])
        _may_shrink(self.scope)
        self.placement = _choice(*PLACEMENTS.values())
        self.fields = {
            name: Field(name, entry)
            for name, entry in (
                ("Authorization Type", self.type),
                ("Grant Type", self.grant),
                (TOKEN_URL, self.token_url),
                (CLIENT_ID, self.client_id),
                (CLIENT_SECRET, self.secret),
                (SCOPE, self.scope),
                ("Client Authentication", self.placement),
            )
        }
        self.get_token = Button("Get New Access Token", primary=True)
        self.cancel = Button("Cancel token request")
        self.banner = ProblemBanner()
        self.card = TokenCard(clipboard, now)
        self._lay_out()
        self._connect()
        self.show_busy(False)
        self.show_environment(None, None)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setAccessibleName("Authorization")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[sizes().grid * 3] * 4)
        column.setSpacing(sizes().grid * 3)
        for widget in (*self.fields.values(), self.get_token, self.cancel, self.banner, self.card):
            column.addWidget(widget)
        column.addStretch()
        self.setWidget(inside)

    def _connect(self) -> None:
        self.get_token.clicked.connect(self.token_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.card.use_requested.connect(self.use_requested)
        self.banner.step_requested.connect(self._take_step)
        scope = self.scope.lineEdit()
        assert scope is not None  # the box is editable
        for line in (self.token_url, self.client_id, scope):
            line.editingFinished.connect(self.edited)
            line.returnPressed.connect(self.token_requested)
        self.secret.returnPressed.connect(self.token_requested)
        self.scope.activated.connect(self.edited)
        self.placement.activated.connect(self.edited)

    def minimumSizeHint(self) -> QSize:
        # Wide enough that nothing is cut off: there is no horizontal scroll bar.
        inside, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(width + bar, sizes().grid * 40)

    def credentials(self) -> ClientCredentials:
        """What the fields hold, as typed."""
        placement = list(PLACEMENTS)[max(0, self.placement.currentIndex())]
        return ClientCredentials(
            self.token_url.text(),
            self.client_id.text(),
            self.secret.secret(),
            self.scope.currentText(),
            placement,
        )

    def show_environment(self, environment: Environment | None, secret: Secret | None) -> None:
        """Fill the fields from an environment; they are disabled without one."""
        shown = environment or Environment("", "", scope="")
        self.token_url.setText(shown.token_url)
        self.token_url.setCursorPosition(0)
        self.client_id.setText(shown.client_id)
        self.scope.setCurrentText(shown.scope)
        self.placement.setCurrentText(PLACEMENTS[ClientAuth(shown.client_auth)])
        self.show_secret(secret)
        self.clear_messages()
        for field in self.fields.values():
            field.entry.setEnabled(environment is not None)
        self.get_token.setEnabled(environment is not None)

    def show_secret(self, secret: Secret | None) -> None:
        """The secret of the environment."""
        self.secret.show_secret(secret)

    def show_busy(self, busy: bool) -> None:
        """Whether a token request is under way."""
        self.get_token.setVisible(not busy)
        self.cancel.setVisible(busy)
        if busy:
            self.cancel.setText("Cancel")
            self.banner.clear()

    def show_token(self, token: AccessToken | None, in_use: bool = False) -> None:
        """The token that came; None hides it."""
        self.card.show_token(token, in_use)

    def show_advice(self, advice: tuple[Advice, ...]) -> None:
        """One warning below each field that it is about."""
        texts: dict[str, list[str]] = {}
        for each in advice:
            texts.setdefault(each.field, []).append(each.text)
        for name, lines in texts.items():
            self.fields[name].show_warning(" ".join(lines))

    def show_kept(self, where: str) -> None:
        """Where the secret is kept, below its field."""
        self.fields[CLIENT_SECRET].show_hint(where)

    def show_problem(self, problem: Problem) -> None:
        """What went wrong; the field that it is about is marked too."""
        self.banner.show_problem(problem)
        about = problem.steps if problem.kind is ProblemKind.INPUT else ()
        for step in about:
            if step.step is Step.EDIT_FIELD and step.value in self.fields:
                self.fields[step.value].show_error(problem.title + ".")
        self.ensureWidgetVisible(self.banner)

    def clear_messages(self) -> None:
        """Nothing is odd or wrong any more."""
        self.banner.clear()
        for field in self.fields.values():
            field.clear_message()

    def _take_step(self, step: NextStep) -> None:
        match step.step:
            case Step.EDIT_FIELD if step.value in self.fields:
                self.fields[step.value].entry.setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.SET_TOKEN_URL:
                self._put(self.token_url.setText, step.value)
            case Step.SET_SCOPE:
                self._put(self.scope.setCurrentText, step.value)
            case _:
                self.step_requested.emit(step)

    def _put(self, put: Callable[[str], None], value: str) -> None:
        put(value)
        self.clear_messages()
        self.edited.emit()


def _line(placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setProperty("body", "true")
    return line


def _choice(*items: str) -> QComboBox:
    box = QComboBox()
    box.addItems(items)
    _may_shrink(box)
    return box


def _may_shrink(box: QComboBox) -> None:
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
