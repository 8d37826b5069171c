"""No button of a problem is dead: each kind of step does something that can be seen."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from k2bench.core.environment import ODATA_SCOPE
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from tests.flows.conftest import Driver


@dataclass(frozen=True)
class Case:
    """A step as a problem offers it, and what is seen when it was taken."""

    step: Step
    value: str
    seen: Callable[[Driver], bool]


def focus(driver: Driver, path: str) -> bool:
    widget = driver.find(path)
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    return driver.window.focusWidget() in (widget, line)


def open_dialog(title: str) -> Callable[[Driver], bool]:
    return lambda driver: driver.dialog().windowTitle() == title


CASES = (
    Case(Step.COMPARE_HASH, "", open_dialog("Hash Secret")),
    Case(Step.EDIT_FIELD, "Client ID", lambda d: focus(d, "Authorization/Client ID")),
    Case(Step.EDIT_FIELD, "Scope", lambda d: focus(d, "Authorization/Scope")),
    Case(Step.EDIT_FIELD, "SCIM token", open_dialog("Manage environments")),
    Case(Step.EDIT_FIELD, "Variables", open_dialog("Manage environments")),
    Case(Step.SET_SCOPE, ODATA_SCOPE, lambda d: d.text("Authorization/Scope") == ODATA_SCOPE),
    Case(
        Step.SET_TOKEN_URL,
        "https://l/connect/token",
        lambda d: d.text("Authorization/Access Token URL") == "https://l/connect/token",
    ),
    Case(Step.GET_TOKEN, "", lambda d: d.sees("Authorization/Cancel Token Request")),
    Case(Step.CHECK_ENDPOINT, "", open_dialog("Check Endpoint")),
    Case(Step.INSPECT_TOKEN, "", open_dialog("Token Inspector")),
    Case(Step.OPEN_URL, "{{odata}}/", lambda d: d.text("Request/Request URL") == "{{odata}}/"),
    Case(Step.SHOW_TICKET, "", open_dialog("Get client credentials")),
    Case(Step.EXPLAIN_IDENTITY, "", open_dialog("Whom you act as")),
    Case(Step.SHOW_PREFERENCES, "", open_dialog("Preferences")),
    Case(Step.SHOW_HELP, "publishing", open_dialog("Publish a SmartObject")),
)
SHOWN_ELSEWHERE = {
    # who is asked to try again depends on where the button is
    ("Response", Step.RETRY): lambda d: d.sees("Request/Cancel"),
    ("Authorization", Step.RETRY): lambda d: d.sees("Authorization/Cancel Token Request"),
}


def problem(step: NextStep) -> Problem:
    return Problem(ProblemKind.REFUSED, "Something", steps=(step,))


def press(driver: Driver, pane: str, step: NextStep) -> None:
    workspace = driver.app.wiring.workspace
    panel = workspace.tab.response if pane == "Response" else workspace.panel
    panel.show_problem(problem(step))
    driver.wait_for(f"{pane}/{step.label}")
    driver.press(f"{pane}/{step.label}")


@pytest.mark.parametrize("pane", ["Response", "Authorization"])
def test_each_does_what_it_says_from_either_pane(demo: Driver, pane: str) -> None:
    demo.send()
    for case in CASES:
        press(demo, pane, NextStep("The next click", case.step, case.value))
        demo.wait(lambda case=case: case.seen(demo))
        for dialog in demo.dialogs():
            dialog.close()
        demo.app.wiring.workspace.authorization.cancel()
        demo.wait(demo.app.bridge.is_idle)
    seen = SHOWN_ELSEWHERE[pane, Step.RETRY]
    press(demo, pane, NextStep("The next click", Step.RETRY))
    demo.wait(lambda: seen(demo))
    demo.wait(demo.app.bridge.is_idle)


def test_no_step_is_forgotten() -> None:
    assert {case.step for case in CASES} | {Step.RETRY} == set(Step)


@pytest.mark.parametrize("name", ["URL", "Request URL", "Method", "Headers"])
def test_a_request_s_own_fields_are_found(demo: Driver, name: str) -> None:
    press(demo, "Response", NextStep("The next click", Step.EDIT_FIELD, name))
    if "URL" in name:
        assert focus(demo, "Request/Request URL")
    elif name == "Method":
        assert focus(demo, "Request/Method")
    else:
        assert demo.app.wiring.workspace.tab.request.pages.current_name() == name


def test_a_wrong_host_is_edited_in_the_pane_that_it_is_of(demo: Driver) -> None:
    demo.type("Request/Request URL", "http://no-such-host.invalid/")
    demo.choose("Authorization/Authorization Type", "No Auth")
    demo.send()
    demo.press("Response/Edit URL")
    assert focus(demo, "Request/Request URL")
    demo.choose("Authorization/Authorization Type", "OAuth 2.0")
    demo.type("Authorization/Access Token URL", "https://no-such-host.invalid/connect/token")
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Problem")
    demo.press("Authorization/Edit URL")
    assert focus(demo, "Authorization/Access Token URL")


def test_an_endpoint_that_does_not_answer_is_asked_again(demo: Driver) -> None:
    demo.type("Authorization/Access Token URL", "http://127.0.0.1:1/connect/token")
    demo.press("Authorization/Check Endpoint")
    demo.wait_for("Problem")
    first = demo.dialog()
    demo.press("Problem/Try again", first)
    demo.wait(lambda: demo.dialog() is not first)
    demo.wait_for("Problem")


def test_the_assistant_s_buttons_lead_somewhere(demo: Driver) -> None:
    demo.trigger("Get Client Credentials...")
    dialog = demo.dialog()
    url = demo.text("Authorization/Access Token URL")
    demo.type("Name", "Mine", dialog)
    demo.type("Tenant URL", "http://127.0.0.1:1", dialog)
    demo.type("Secret", "not the right one", dialog)
    demo.type("Client ID", "idt.cc.nobody", dialog)
    demo.type("Access Token URL", url, dialog)
    demo.press("Test", dialog)
    demo.wait(lambda: demo.sees_in(dialog, "Problem"))
    demo.wait(demo.find("Test", dialog).isEnabled)
    demo.press("Problem/Compare with hash", dialog)
    demo.wait(lambda: demo.dialog().windowTitle() == "Hash Secret")


def test_a_click_is_not_lost_when_it_takes_the_focus_from_a_field(
    demo: Driver, qtbot: QtBot
) -> None:
    qtbot.waitActive(demo.window)
    demo.type("Authorization/Client ID", "idt.cc.nobody")
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Problem")
    demo.press("Authorization/Edit Client ID")
    assert QApplication.focusWidget() is demo.find("Authorization/Client ID")
    button = demo.find("Authorization/Compare with hash")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.isVisible()  # a person's release would not reach a button that is gone
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert demo.dialog().windowTitle() == "Hash Secret"
