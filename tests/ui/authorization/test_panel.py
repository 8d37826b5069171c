from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.credentials import Advice
from k2bench.auth.token import AccessToken
from k2bench.core.authorization import BearerAuth, OAuth2
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, input_error
from k2bench.core.secret import Secret
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.kit.clipboard import SecretClipboard

DEV = Environment("1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x", "basic", "scope")
NAMES = (
    "Authorization Type",
    "Grant Type",
    "Access Token URL",
    "Client ID",
    "Client Secret",
    "Scope",
    "Client Authentication",
)


@pytest.fixture
def panel(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> AuthorizationPanel:
    made = AuthorizationPanel(clipboard, lambda: 0.0)
    shown(made)
    return made


def test_the_type_decides_what_is_shown(panel: AuthorizationPanel, qtbot: QtBot) -> None:
    panel.show_environment(DEV, Secret("s3cret"))
    assert panel.get_token.isVisible()
    with qtbot.waitSignal(panel.auth_edited):
        panel.type.setCurrentText("Bearer Token")
        panel.type.activated.emit(panel.type.currentIndex())
    assert not panel.get_token.isVisible()
    assert panel.others.secrets["Token"].isVisible()
    assert panel.auth() == BearerAuth(Secret(""))
    panel.show_auth(OAuth2(), own=True)
    assert panel.own.isChecked()
    assert panel.auth() == OAuth2()
    assert panel.oauth.isVisible()


def test_every_field_is_found_by_its_name(panel: AuthorizationPanel) -> None:
    for name in NAMES:
        assert panel.fields[name].entry.accessibleName() == name


def test_without_an_environment_nothing_can_be_asked_for(panel: AuthorizationPanel) -> None:
    panel.show_environment(None, None)
    assert not panel.get_token.isEnabled()
    assert not panel.oauth.client_id.isEnabled()
    panel.show_environment(DEV, None)
    assert panel.get_token.isEnabled()


def test_a_problem_marks_the_field_that_it_is_about(panel: AuthorizationPanel) -> None:
    panel.show_environment(DEV, None)
    panel.show_problem(input_error("The client id is missing", "Enter it", "Client ID").problem)
    assert "missing" in panel.fields["Client ID"].message()
    assert panel.banner.isVisible()
    panel.clear_messages()
    assert panel.fields["Client ID"].message() == ""
    assert not panel.banner.isVisible()


def test_a_problem_of_the_url_marks_the_token_url(panel: AuthorizationPanel) -> None:
    panel.show_problem(input_error("The host of the URL is odd", "", "URL").problem)
    assert panel.fields["Access Token URL"].message() == "The host of the URL is odd."


def test_advice_stands_below_its_field(panel: AuthorizationPanel) -> None:
    panel.show_advice((Advice("Scope", "No scope."), Advice("Scope", "None at all.")))
    assert panel.fields["Scope"].message() == "No scope. None at all."


def test_a_step_that_mends_a_field_does_it_here(panel: AuthorizationPanel, qtbot: QtBot) -> None:
    panel.show_environment(DEV, None)
    steps = (
        NextStep("Use https", Step.SET_TOKEN_URL, "https://mended/connect/token"),
        NextStep("Use scope", Step.SET_SCOPE, "https://api.k2.com/"),
    )
    panel.show_problem(Problem(ProblemKind.POLICY, "x", steps=steps))
    for step in steps:
        with qtbot.waitSignal(panel.edited):
            panel.banner.step_requested.emit(step)
    assert panel.oauth.token_url.text() == "https://mended/connect/token"
    assert panel.oauth.scope.currentText() == "https://api.k2.com/"
    with qtbot.waitSignal(panel.step_requested) as asked:
        panel.banner.step_requested.emit(NextStep("Compare", Step.COMPARE_HASH))
    assert asked.args[0].step is Step.COMPARE_HASH


def test_enter_in_a_field_asks_for_a_token(panel: AuthorizationPanel, qtbot: QtBot) -> None:
    panel.show_environment(DEV, None)
    with qtbot.waitSignal(panel.token_requested):
        qtbot.keyClick(panel.oauth.client_id, Qt.Key.Key_Return)


def test_busy_offers_cancel_instead(panel: AuthorizationPanel, qtbot: QtBot) -> None:
    panel.show_busy(True)
    assert not panel.get_token.isVisible()
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    panel.show_busy(False)
    assert panel.get_token.isVisible()


def test_nothing_is_cut_off_at_its_narrowest(panel: AuthorizationPanel) -> None:
    panel.show_environment(DEV, Secret("x"))
    panel.resize(panel.minimumSizeHint().width(), 300)
    inside = panel.widget()
    assert inside is not None
    assert inside.width() <= panel.viewport().width()


def test_a_problem_is_scrolled_into_view(panel: AuthorizationPanel, qtbot: QtBot) -> None:
    panel.resize(280, 400)
    panel.show_environment(DEV, None)
    panel.show_problem(Problem(ProblemKind.REFUSED, "The login refused", "Very likely. " * 9))
    qtbot.waitUntil(lambda: panel.banner.visibleRegion().boundingRect() == panel.banner.rect())


def test_the_focus_stays_with_the_button_that_was_pressed(
    panel: AuthorizationPanel, qtbot: QtBot
) -> None:
    panel.show_environment(DEV, Secret("s3cret"))
    panel.activateWindow()
    panel.get_token.setFocus()
    qtbot.waitUntil(panel.get_token.hasFocus)
    panel.show_busy(True)
    assert panel.cancel.hasFocus()
    panel.show_busy(False)
    assert panel.get_token.hasFocus()


def test_a_new_token_is_scrolled_into_view(panel: AuthorizationPanel, qtbot: QtBot) -> None:
    panel.show_environment(DEV, Secret("s3cret"))
    panel.resize(panel.minimumSizeHint().width(), 300)
    panel.verticalScrollBar().setValue(0)
    panel.show_token(AccessToken(Secret("t"), "Bearer", 0, 3600, "scope"))
    qtbot.waitUntil(lambda: not panel.card.use.visibleRegion().isEmpty())
