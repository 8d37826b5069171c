from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.check import failed, passed
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.ui.authorization.endpoint_dialog import EndpointDialog
from k2bench.ui.bridge import Bridge
from k2bench.workbench.endpoint_check import EndpointReport

URL = "https://l/.well-known/openid-configuration"
REPORT = EndpointReport(
    URL,
    (
        passed("Issuer", "It fits."),
        replace(
            failed("Scope", "A slash is missing."),
            next_step=NextStep("Use https://a/", Step.SET_SCOPE, "https://a/"),
        ),
        replace(
            failed("Grant", "It is not offered."),
            next_step=NextStep("Show ticket text", Step.SHOW_TICKET),
        ),
    ),
    (("issuer", "https://l"),),
    '{"issuer": "https://l"}',
)


@pytest.fixture
def dialog(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> EndpointDialog:
    made = EndpointDialog(URL, bridge)
    shown(made)
    return made


def test_a_report_is_shown(dialog: EndpointDialog, bridge: Bridge, qtbot: QtBot) -> None:
    dialog.show_report(REPORT)
    assert "Scope: fail. A slash is missing." in dialog.checks.accessibleDescription()
    dialog.pages.show_page("JSON")
    qtbot.waitUntil(bridge.is_idle)
    assert list(dialog.raw.visible_texts()) == ["{", '  "issuer": "https://l"', "}"]


@pytest.mark.parametrize("at", [0, 1])
def test_a_check_with_a_next_step_has_its_button(
    dialog: EndpointDialog, qtbot: QtBot, at: int
) -> None:
    dialog.show_report(REPORT)
    buttons = dialog.checks.findChildren(QPushButton)
    assert [each.text() for each in buttons] == ["Use https://a/", "Show ticket text"]
    with qtbot.waitSignal(dialog.step_requested) as asked:
        qtbot.mouseClick(buttons[at], Qt.MouseButton.LeftButton)
    assert asked.args[0] == REPORT.checks[at + 1].next_step
    assert not dialog.isVisible()


def test_no_answer_is_a_problem_below_the_address_that_was_asked(dialog: EndpointDialog) -> None:
    dialog.show_problem(Problem(ProblemKind.NETWORK, "Nothing answered"))
    assert dialog.banner.isVisible()
    assert dialog.address.isVisible()
    assert dialog.address.text() == URL


def test_what_is_no_address_is_not_shown_as_one(
    bridge: Bridge, shown: Callable[[QWidget], QWidget]
) -> None:
    made = EndpointDialog("/.well-known/openid-configuration", bridge)
    shown(made)
    made.show_problem(Problem(ProblemKind.INPUT, "The Access Token URL is missing"))
    assert not made.address.isVisible()
