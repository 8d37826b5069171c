from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.check import failed, passed
from k2bench.core.problem import Problem, ProblemKind, Step
from k2bench.ui.authorization.endpoint_dialog import EndpointDialog
from k2bench.workbench.endpoint_check import EndpointReport

REPORT = EndpointReport(
    "https://l/.well-known/openid-configuration",
    (passed("Issuer", "It fits."), failed("Token endpoint", "Another one.")),
    (("issuer", "https://l"),),
    '{"issuer": "https://l"}',
    "https://l/connect/token",
)


def test_a_report_is_shown_and_its_token_endpoint_offered(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    dialog = EndpointDialog()
    shown(dialog)
    assert not dialog.correct.isVisible()
    dialog.show_report(REPORT)
    assert "Token endpoint: fail. Another one." in dialog.checks.accessibleDescription()
    assert dialog.raw.toPlainText() == REPORT.raw
    with qtbot.waitSignal(dialog.step_requested) as asked:
        qtbot.mouseClick(dialog.correct, Qt.MouseButton.LeftButton)
    assert asked.args[0].step is Step.SET_TOKEN_URL
    assert asked.args[0].value == "https://l/connect/token"


def test_no_answer_is_a_problem(shown: Callable[[QWidget], QWidget]) -> None:
    dialog = EndpointDialog()
    shown(dialog)
    dialog.show_problem(Problem(ProblemKind.NETWORK, "Nothing answered"))
    assert dialog.banner.isVisible()
