"""Tools > Hash Secret: the hash that Nintex asks for, live, and a check of one that was sent."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from k2bench.auth.hashing import Comparison, compare, hex_hash, secret_hash
from k2bench.auth.onboarding import ONE_LINERS, generate_secret
from k2bench.auth.secret_advice import advice_on
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.labels import Role, hairline, label, set_plain_tip
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tones import sizes

_VERDICTS = {
    Comparison.MATCH: "It matches: this is the hash of the secret above.",
    Comparison.WHITESPACE: "It is the right hash with blanks or line breaks in it. If it was "
    "registered like that, the login will always refuse: have it registered again.",
    Comparison.HEX: "It is the right digest written in hex. Nintex needs Base64: with hex the "
    "login will always refuse. Send the hash above instead.",
    Comparison.BASE64URL: "It is the right digest in another Base64 (base64url, or without its "
    "padding “=”). Nintex needs the standard one: send the hash above instead.",
    Comparison.SECRET_ITSELF: "This is the secret itself, not a hash. If it was sent to anyone, "
    "choose another secret.",
    Comparison.SHA512: "It is a SHA-512 of the secret. Nintex asks for SHA-256: send the "
    "hash above.",
    Comparison.ANOTHER_SECRET: "It is the hash of another secret.",
    Comparison.NOT_A_HASH: "It is no SHA-256 hash: one has 44 characters and ends in “=”.",
}


class HashSecretDialog(QDialog):
    """Keeps nothing: what is typed here is gone when it closes."""

    def __init__(self, clipboard: SecretClipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self.setWindowTitle("Hash Secret")
        self.setMinimumWidth(sizes().grid * 150)
        self.secret = SecretField("Secret", clipboard)
        self.hash = _result("SHA-256 hash (Base64)")
        self.hash.setPlaceholderText("Comes as you type")
        self.hex = _result("SHA-256 hash (hex)")
        self.compared = QLineEdit()
        self.compared.setProperty("body", "true")
        self.compared.setPlaceholderText("Paste the hash that you sent")
        self.generate = Button("Generate secret", "refresh")
        self.copy_secret = Button("Copy secret", "copy")
        self.copy = Button("Copy hash", "copy", primary=True)
        self.secret_field = Field("Secret", self.secret)
        self.hash_field = Field(
            "SHA-256 hash (Base64)", self.hash, "Send this to Nintex, never the secret."
        )
        self.compare_field = Field("Hash to compare", self.compared)
        self._lay_out()
        self._connect()
        self._show_hash()

    def _lay_out(self) -> None:
        grid = sizes().grid
        buttons = QHBoxLayout()
        buttons.setSpacing(grid * 2)
        buttons.addWidget(self.generate)
        buttons.addWidget(self.copy_secret)
        buttons.addStretch()
        buttons.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(self.secret_field)
        column.addWidget(self.hash_field)
        column.addLayout(buttons)
        column.addWidget(Field("Other encoding, not for Nintex (hex)", self.hex))
        self.hex.setAccessibleName("SHA-256 hash (hex)")
        column.addWidget(hairline())
        column.addWidget(self.compare_field)
        column.addWidget(hairline())
        column.addWidget(label("The same hash by other means", Role.HEADING))
        column.addLayout(_one_liners())

    def _connect(self) -> None:
        self.secret.textChanged.connect(self._show_hash)
        self.compared.textChanged.connect(self._show_comparison)
        self.generate.clicked.connect(self._generate)
        self.copy_secret.clicked.connect(lambda: self._clipboard.copy(self.secret.secret()))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.hash.text()))

    def show_secret(self, secret: Secret) -> None:
        """Start with a secret, to compare its hash."""
        self.secret.show_secret(secret)
        self.compared.setFocus(Qt.FocusReason.OtherFocusReason)

    def _generate(self) -> None:
        self.secret.show_secret(generate_secret())
        self.secret_field.show_hint(
            "Copy it into a safe place before you close this window: k2bench does not keep it here."
        )

    def _show_hash(self) -> None:
        secret = self.secret.secret()
        advice = advice_on(secret)
        if advice:
            self.secret_field.show_warning(" ".join(advice))
        else:
            self.secret_field.show_hint("")
        try:
            self.hash.setText(secret_hash(secret))
            self.hex.setText(hex_hash(secret))
        except WorkbenchError as error:
            self.hash.clear()
            self.hex.clear()
            if secret:
                self.secret_field.show_error(f"{error.problem.title}: it is blank.")
        self.copy.setEnabled(bool(self.hash.text()))
        self.copy_secret.setEnabled(bool(secret))
        self._show_comparison()

    def _show_comparison(self) -> None:
        registered = self.compared.text()
        if not registered:
            self.compare_field.clear_message()
        elif not self.hash.text():
            self.compare_field.show_warning("Enter the secret above first.")
        else:
            verdict = compare(self.secret.secret(), registered)
            right = verdict is Comparison.MATCH
            show = self.compare_field.show_good if right else self.compare_field.show_error
            show(_VERDICTS[verdict])
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """A warning of two lines needs room: a window does not grow with its layout by itself."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))


def _result(name: str) -> QLineEdit:
    line = QLineEdit(readOnly=True)
    line.setAccessibleName(name)
    line.setProperty("body", "true")
    return line


def _one_liners() -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(sizes().grid)
    grid.setHorizontalSpacing(sizes().grid * 2)
    for row, (name, text) in enumerate(ONE_LINERS):
        line = _result(name)
        line.setText(text)
        line.setCursorPosition(0)
        set_plain_tip(line, text)
        copy = IconButton("copy", f"Copy {name}")
        copy.clicked.connect(lambda _=False, text=text: QGuiApplication.clipboard().setText(text))
        grid.addWidget(label(name, Role.HINT), row, 0)
        grid.addWidget(line, row, 1)
        grid.addWidget(copy, row, 2)
    return grid
