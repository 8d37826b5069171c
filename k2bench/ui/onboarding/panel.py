"""The onboarding assistant: secret, hash, ticket, credentials, test. Values in, intents out."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from k2bench.auth.credentials import CLIENT_ID, CLIENT_SECRET, TOKEN_URL
from k2bench.auth.guide import LINKS
from k2bench.auth.hashing import secret_hash
from k2bench.auth.lights import Lamp
from k2bench.auth.onboarding import generate_secret
from k2bench.auth.secret_advice import advice_on
from k2bench.auth.ticket import ticket_text
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, Step, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.authorization.verdicts import LIGHTS
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.labels import Role, hairline, label
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tones import sizes
from k2bench.ui.kit.verdict_list import VerdictList, VerdictRow

UNNAMED = "My tenant"
NAME, TENANT, SECRET, HASH = "Name", "Tenant URL", "Secret", "SHA-256 hash (Base64)"


class OnboardingDialog(QDialog):
    """Five steps on one page; it may be closed and gone on with later."""

    link_requested = Signal(str)
    save_requested = Signal(object, object)  # Environment, Secret
    test_requested = Signal()
    step_requested = Signal(object)  # NextStep that is taken outside

    def __init__(
        self,
        clipboard: SecretClipboard,
        environment: Environment,
        secret: Secret | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Get client credentials")
        self.resize(sizes().grid * 180, sizes().grid * 170)
        self._clipboard = clipboard
        self._environment = environment
        self.name, self.tenant = QLineEdit(environment.name), QLineEdit(environment.tenant_url)
        self.tenant.setPlaceholderText("https://contoso.onk2.com")
        self.secret = SecretField(SECRET, clipboard)
        self.secret.show_secret(secret)
        self.hash = QLineEdit(readOnly=True)
        self.wants_scim = QCheckBox("Ask for SCIM, too")
        self.wants_scim.setAccessibleName("Ask for SCIM, too")
        self.ticket = QPlainTextEdit(readOnly=True)
        self.ticket.setAccessibleName("Ticket text")
        self.ticket.setMinimumHeight(sizes().row * 8)
        self.client_id, self.token_url = (
            QLineEdit(environment.client_id),
            QLineEdit(environment.token_url),
        )
        self.client_id.setPlaceholderText("idt.cc.…")
        self.token_url.setPlaceholderText("https://login.onk2.com/{guid}/connect/token")
        for line in (self.tenant, self.hash, self.client_id, self.token_url):
            line.setProperty("body", "true")
        self.fields = {
            NAME: Field(NAME, self.name),
            TENANT: Field(TENANT, self.tenant),
            SECRET: Field(SECRET, self.secret),
            HASH: Field(HASH, self.hash, "This goes to Nintex, never the secret."),
            CLIENT_ID: Field(CLIENT_ID, self.client_id),
            TOKEN_URL: Field(TOKEN_URL, self.token_url),
        }
        self.generate = Button("Generate secret", "refresh")
        self.keep = Button("Keep in Keychain", primary=True)
        self.copy_hash = Button("Copy hash", "copy")
        self.copy_ticket = Button("Copy ticket text", "copy")
        self.test = Button("Test", "play")
        self.close_ = Button("Close")
        self.kept = label(role=Role.HINT, selectable=True, wrap=True)
        self.banner = ProblemBanner()
        self.lamps = VerdictList("Self test")
        self.kept.hide()
        self._lit: list[Lamp] = []
        self._lay_out()
        self._connect()
        self._show_hash()

    def _lay_out(self) -> None:
        grid = sizes().grid
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(grid * 5, grid * 5, grid * 5, grid * 5)
        column.setSpacing(grid * 3)
        column.addWidget(_step("1", "Is the environment eligible?"))
        column.addLayout(self._links())
        column.addWidget(self.fields[NAME])
        column.addWidget(self.fields[TENANT])
        column.addWidget(_step("2", "Choose a secret, and keep it"))
        column.addWidget(self.fields[SECRET])
        column.addLayout(_row(self.generate, None, self.keep))
        column.addWidget(self.kept)
        column.addWidget(_step("3", "Send its hash to Nintex"))
        column.addWidget(self.fields[HASH])
        column.addWidget(self.wants_scim)
        column.addWidget(self.ticket)
        column.addLayout(_row(self.copy_hash, self.copy_ticket, None))
        column.addWidget(_step("4", "Enter what Nintex sent back"))
        column.addWidget(self.fields[CLIENT_ID])
        column.addWidget(self.fields[TOKEN_URL])
        column.addWidget(_step("5", "Does it work?"))
        column.addWidget(self.banner)
        column.addWidget(self.lamps)
        column.addLayout(_row(self.test, None))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.area = area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(hairline())
        below = _row(None, self.close_)
        below.setContentsMargins(grid * 5, grid * 3, grid * 5, grid * 3)
        whole.addLayout(below)

    def _links(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(sizes().grid)
        for words, url in LINKS:
            button = Button(words, "external")
            button.setToolTip(url)
            button.clicked.connect(lambda _=False, url=url: self.link_requested.emit(url))
            column.addLayout(_row(button, None))
        return column

    def _connect(self) -> None:
        self.secret.textChanged.connect(self._show_hash)
        for line in (self.name, self.tenant):
            line.textChanged.connect(self._show_ticket)
        self.wants_scim.toggled.connect(self._show_ticket)
        self.generate.clicked.connect(lambda: self.secret.show_secret(generate_secret()))
        self.keep.clicked.connect(self._save)
        self.copy_hash.clicked.connect(lambda: _copy(self.hash.text()))
        self.copy_ticket.clicked.connect(lambda: _copy(self.ticket.toPlainText()))
        self.test.clicked.connect(self._test)
        self.close_.clicked.connect(self.accept)
        self.banner.step_requested.connect(self.take_step)

    def take_step(self, step: NextStep) -> None:
        """Do what a button of a problem says, or close and hand it on."""
        match step.step:
            case Step.RETRY:
                self._test()
            case Step.EDIT_FIELD if _field(step) in self.fields:
                self.fields[_field(step)].entry.setFocus(Qt.FocusReason.OtherFocusReason)
            case Step.SET_TOKEN_URL:
                self.token_url.setText(step.value)
                self.banner.clear()
            case Step.SHOW_TICKET:
                self.area.ensureWidgetVisible(self.ticket)
                self.ticket.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                self.accept()
                self.step_requested.emit(step)

    def show_ticket(self) -> None:
        """Start with the text for the ticket in sight."""
        self.take_step(NextStep("Show ticket text", Step.SHOW_TICKET))

    def environment(self) -> Environment:
        """What was entered."""
        return replace(
            self._environment,
            name=self.name.text().strip() or ("" if self._environment.id else UNNAMED),
            tenant_url=self.tenant.text().strip(),
            client_id=self.client_id.text().strip(),
            token_url=self.token_url.text().strip(),
        )

    def show_saved(self, environment: Environment, where: str) -> None:
        """It was saved; `where` says where the secret is."""
        if not self._environment.id and not self.name.text().strip():
            self.name.setText(environment.name)
        self._environment = environment
        self.kept.setText(where)
        self.kept.show()

    def show_problem(self, problem: Problem) -> None:
        """What went wrong, at its field if it has one."""
        for step in problem.steps:
            if step.step is Step.EDIT_FIELD and _field(step) in self.fields:
                self.fields[_field(step)].show_error(f"{problem.title}. {problem.hint}")
                self.area.ensureWidgetVisible(self.fields[_field(step)])
                return
        self.banner.show_problem(problem)
        self.area.ensureWidgetVisible(self.banner)

    def show_lamp(self, lamp: Lamp) -> None:
        """One light more."""
        self._lit.append(lamp)
        self.lamps.show_rows(
            VerdictRow(*LIGHTS[each.light], each.name, each.why) for each in self._lit
        )
        if lamp.problem is not None:
            self.banner.show_problem(lamp.problem)
        self.area.ensureWidgetVisible(self.lamps)

    def show_tested(self) -> None:
        """The test is over."""
        self.test.setEnabled(True)

    def _show_hash(self) -> None:
        advice = " ".join(advice_on(self.secret.secret()))
        field = self.fields[SECRET]
        (field.show_warning if advice else field.show_hint)(advice)
        try:
            self.hash.setText(secret_hash(self.secret.secret()))
        except WorkbenchError:
            self.hash.clear()
        for button in (self.copy_hash, self.keep):
            button.setEnabled(bool(self.hash.text()))
        self._show_ticket()

    def _show_ticket(self) -> None:
        named = self.tenant.text() or self.name.text()
        try:
            text = ticket_text(named, self.hash.text(), self.wants_scim.isChecked())
        except WorkbenchError:
            text = "Enter the tenant and choose a secret: then the text for the ticket is here."
        self.ticket.setPlainText(text)
        self.copy_ticket.setEnabled(self.hash.text() in text and bool(self.hash.text()))

    def _save(self) -> None:
        for field in self.fields.values():
            if field is not self.fields[SECRET]:
                field.clear_message()
        self.banner.clear()
        self.kept.hide()
        self.save_requested.emit(self.environment(), self.secret.secret())

    def _test(self) -> None:
        self._lit.clear()
        self.lamps.show_rows(())
        self.test.setEnabled(False)
        self._save()
        self.test_requested.emit()


def _field(step: NextStep) -> str:
    return SECRET if step.value == CLIENT_SECRET else step.value


def _step(number: str, words: str) -> QWidget:
    made = label(f"{number}  {words}", Role.TITLE)
    made.setContentsMargins(0, 0 if number == "1" else sizes().grid * 3, 0, 0)
    return made


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None stretches."""
    row = QHBoxLayout()
    row.setSpacing(sizes().grid * 2)
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return row


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
