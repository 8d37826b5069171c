"""The form behind “I have credentials”: one environment, checked before it is made."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, Step, WorkbenchError, input_error
from k2bench.core.url import origin_of
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

NAME, TENANT = "Name", "Tenant URL"


class EnvironmentForm(QDialog):
    """Asks where the tenant is; the login's fields are in the Authorization panel."""

    def __init__(
        self, create: Callable[[Environment], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._create = create
        self.setWindowTitle("New environment")
        self.setMinimumWidth(sizes().grid * 120)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Development")
        self.tenant = QLineEdit()
        self.tenant.setPlaceholderText("https://contoso.onk2.com")
        self.tenant.setProperty("body", "true")
        self.fields = {
            NAME: Field(NAME, self.name),
            TENANT: Field(
                TENANT, self.tenant, "The address at which you use K2, or any OData service."
            ),
        }
        self.banner = ProblemBanner()
        self.create_button = Button("Create environment", primary=True)
        self.cancel = Button("Cancel")
        self._lay_out()
        self.create_button.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        for line in (self.name, self.tenant):
            line.returnPressed.connect(self._finish)

    def _lay_out(self) -> None:
        grid = sizes().grid
        buttons = QHBoxLayout()
        buttons.setSpacing(grid * 2)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.create_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(label("Where is your tenant?", Role.TITLE))
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.banner)
        column.addWidget(
            label(
                "Next: the token URL, the client id and the secret, in the Authorization panel.",
                Role.HINT,
                wrap=True,
            )
        )
        column.addLayout(buttons)

    def _finish(self) -> None:
        for field in self.fields.values():
            field.clear_message()
        try:
            self._create(self._environment())
        except WorkbenchError as error:
            self._show(error.problem)
            return
        self.accept()

    def _environment(self) -> Environment:
        tenant = self.tenant.text().strip()
        if not origin_of(tenant, TENANT).is_private_channel:
            raise input_error(
                "The tenant URL is not https", "Tokens are sent there; use https.", TENANT
            )
        return Environment("", self.name.text().strip(), tenant)

    def _show(self, problem: Problem) -> None:
        named = [step.value for step in problem.steps if step.step is Step.EDIT_FIELD]
        for name in named:
            if name in self.fields:
                self.fields[name].show_error(f"{problem.title}. {problem.hint}")
                QTimer.singleShot(0, self.fields[name].entry.setFocus)
                return
        self.banner.show_problem(problem)
