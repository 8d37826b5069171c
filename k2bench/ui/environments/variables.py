"""The variables of an environment: a row each, a secret one masked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from k2bench.core.environment import Variable, variable_kind
from k2bench.core.secret import Secret
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tones import sizes


class VariablesEditor(QWidget):
    """Rows of name, value and whether the value is a secret."""

    edited = Signal()

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self.setAccessibleName("Variables")
        self._clipboard = clipboard
        self.rows: list[VariableRow] = []
        self.add = Button("Add variable", "plus")
        self.add.clicked.connect(lambda: self._add(Variable(""), None).name.setFocus())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes().grid)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        self._column.addLayout(below)

    def show_variables(
        self, variables: tuple[Variable, ...], secrets: dict[str, Secret | None]
    ) -> None:
        """Other rows. `secrets`: by kind; None: not known yet."""
        for row in tuple(self.rows):
            self._remove(row)
        for each in variables:
            self._add(each, secrets.get(variable_kind(each.name)))

    def show_secrets(self, secrets: dict[str, Secret | None]) -> None:
        """Secrets that were found meanwhile; what has been typed stays."""
        for row in self.rows:
            if row.secret.isChecked() and not row.secret_value.text():
                row.secret_value.show_secret(secrets.get(variable_kind(row.name.text().strip())))

    def variables(self) -> tuple[Variable, ...]:
        """The rows that have a name."""
        return tuple(row.variable() for row in self.rows if row.name.text().strip())

    def secrets(self) -> dict[str, Secret]:
        """The values of the secret rows, by kind."""
        return {
            variable_kind(row.name.text().strip()): row.secret_value.secret()
            for row in self.rows
            if row.secret.isChecked() and row.name.text().strip() and row.secret_value.is_given()
        }

    def _add(self, variable: Variable, secret: Secret | None) -> "VariableRow":
        row = VariableRow(variable, secret, self._clipboard)
        self.rows.append(row)
        self._number()
        self._column.insertWidget(len(self.rows) - 1, row)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        return row

    def _remove(self, row: "VariableRow") -> None:
        self.rows.remove(row)
        self._number()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.edited.emit()

    def _number(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.setAccessibleName(f"Variable {number}")


class VariableRow(QWidget):
    """One variable, a group with a name of its own.

    Ticking *Secret* moves its value into a masked field, and back never.
    """

    edited = Signal()
    removed = Signal()

    def __init__(
        self, variable: Variable, secret: Secret | None, clipboard: SecretClipboard
    ) -> None:
        super().__init__()
        self.name = QLineEdit(variable.name)
        self.name.setAccessibleName("Variable name")
        self.name.setPlaceholderText("name")
        self.value = QLineEdit(variable.value)
        self.value.setAccessibleName("Variable value")
        self.value.setPlaceholderText("value")
        self.secret_value = SecretField("Secret variable value", clipboard)
        self.secret_value.show_secret(secret)
        self.secret = QCheckBox("Secret")
        self.secret.setAccessibleName("Secret variable")
        self.secret.setChecked(variable.secret)
        self.remove = IconButton("trash", "Remove variable")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        row.addWidget(self.name, 2)
        row.addWidget(self.value, 3)
        row.addWidget(self.secret_value, 3)
        row.addWidget(self.secret)
        row.addWidget(self.remove)
        self._show_kind(variable.secret)
        self.secret.toggled.connect(self._switched)
        self.remove.clicked.connect(self.removed)
        for line in (self.name, self.value, self.secret_value):
            line.textEdited.connect(self.edited)

    def variable(self) -> Variable:
        """The row without its secret."""
        secret = self.secret.isChecked()
        return Variable(self.name.text().strip(), "" if secret else self.value.text(), secret)

    def _switched(self, secret: bool) -> None:
        if secret:
            self.secret_value.show_secret(Secret(self.value.text()))
            self.value.clear()
        else:
            self.secret_value.show_secret(None)  # unticking must not put a secret into a file
        self._show_kind(secret)
        self.edited.emit()

    def _show_kind(self, secret: bool) -> None:
        self.value.setVisible(not secret)
        self.secret_value.setVisible(secret)
