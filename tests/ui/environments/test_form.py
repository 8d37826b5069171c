from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError, input_error
from k2bench.ui.environments.form import EnvironmentForm


class Book:
    """Takes environments, or refuses them."""

    def __init__(self) -> None:
        self.made: list[Environment] = []
        self.error: WorkbenchError | None = None

    def create(self, environment: Environment) -> None:
        if self.error:
            raise self.error
        self.made.append(environment)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def form(book: Book, shown: Callable[[QWidget], QWidget]) -> EnvironmentForm:
    made = EnvironmentForm(book.create)
    shown(made)
    return made


def fill(form: EnvironmentForm, name: str, tenant: str) -> None:
    form.name.setText(name)
    form.tenant.setText(tenant)


def test_it_makes_an_environment(form: EnvironmentForm, book: Book, qtbot: QtBot) -> None:
    fill(form, " Dev ", " https://h ")
    with qtbot.waitSignal(form.accepted):
        qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert book.made == [Environment("", "Dev", "https://h")]


@pytest.mark.parametrize(
    ("tenant", "words"), [("", "empty"), ("h", "not a URL"), ("http://h", "not https")]
)
def test_what_is_wrong_is_said_where_it_is(
    form: EnvironmentForm, book: Book, qtbot: QtBot, tenant: str, words: str
) -> None:
    fill(form, "Dev", tenant)
    qtbot.keyClick(form.tenant, Qt.Key.Key_Return)
    assert words in form.fields["Tenant URL"].message()
    assert form.result() == QDialog.DialogCode.Rejected
    assert form.isVisible()
    assert form.tenant.text() == tenant
    assert book.made == []


def test_a_taken_name_and_a_full_disk(form: EnvironmentForm, book: Book, qtbot: QtBot) -> None:
    fill(form, "Dev", "https://h")
    book.error = input_error("There is an environment “Dev” already", "Another", "Name")
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert "already" in form.fields["Name"].message()
    book.error = WorkbenchError(Problem(ProblemKind.STORAGE, "It could not be saved"))
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    assert form.banner.isVisible()
