import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from k2bench.core.problem import Cause, NextStep, Problem, ProblemKind, Step
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.tokens import Tone

COMPARE = NextStep("Compare with Hash", Step.COMPARE_HASH)
SCOPE = NextStep("Set Scope", Step.SET_SCOPE, "https://api.k2.com/")
RETRY = NextStep("Send Again", Step.RETRY)
REFUSED = Problem(
    ProblemKind.REFUSED,
    "The login refused these credentials",
    "Very likely the hash was entered as the secret.",
    detail="HTTP 400 <b>invalid_client</b>",
    causes=(
        Cause("The hash was entered", "44 characters", COMPARE),
        Cause("The client is unknown", "", SCOPE),
    ),
)


@pytest.fixture
def banner(qtbot: QtBot) -> ProblemBanner:
    made = ProblemBanner()
    qtbot.addWidget(made)
    return made


def words(banner: ProblemBanner) -> list[str]:
    return [one.text() for one in banner.findChildren(QLabel) if not one.isHidden()]


def buttons(banner: ProblemBanner) -> list[str]:
    return [one.text() for one in banner.findChildren(QPushButton) if not one.isHidden()]


def press(qtbot: QtBot, banner: ProblemBanner, name: str) -> None:
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_hidden_until_something_is_wrong(banner: ProblemBanner) -> None:
    assert banner.isHidden()
    banner.show_problem(REFUSED)
    assert not banner.isHidden()
    assert banner.accessibleName() == "Problem"
    assert banner.accessibleDescription().startswith("The login refused these credentials.")
    assert words(banner) == [REFUSED.title, REFUSED.hint]
    banner.clear()
    assert banner.isHidden()


def test_the_likeliest_causes_give_the_buttons(banner: ProblemBanner, qtbot: QtBot) -> None:
    banner.show_problem(REFUSED)
    assert buttons(banner) == ["Details", "Compare with Hash", "Set Scope"]
    with qtbot.waitSignal(banner.step_requested) as asked:
        press(qtbot, banner, "Set Scope")
    assert asked.args == [SCOPE]


def test_two_buttons_at_most_and_none_twice(banner: ProblemBanner) -> None:
    banner.show_problem(Problem(ProblemKind.TIMEOUT, "Late", steps=(RETRY, RETRY, SCOPE, COMPARE)))
    assert buttons(banner) == ["Send Again", "Set Scope"]
    banner.show_problem(Problem(ProblemKind.TIMEOUT, "Late"))
    assert buttons(banner) == []


def test_the_other_clicks_come_with_the_details(banner: ProblemBanner, qtbot: QtBot) -> None:
    three = Problem(ProblemKind.REFUSED, "No", detail="why", steps=(RETRY, SCOPE, COMPARE))
    banner.show_problem(three)
    assert "Compare with Hash" not in buttons(banner)
    press(qtbot, banner, "Details")
    assert "Compare with Hash" in buttons(banner)
    press(qtbot, banner, "Details")
    assert "Compare with Hash" not in buttons(banner)


def test_details_are_shown_on_demand_as_plain_text(banner: ProblemBanner, qtbot: QtBot) -> None:
    banner.show_problem(REFUSED)
    details = banner.findChild(QPlainTextEdit)
    assert details is not None
    assert details.isHidden()
    press(qtbot, banner, "Details")
    assert not details.isHidden()
    text = details.toPlainText()
    assert "1. The hash was entered\n   44 characters\n2. The client is unknown" in text
    assert text.endswith("HTTP 400 <b>invalid_client</b>")
    banner.show_problem(REFUSED)
    assert details.isHidden()


def test_what_was_only_typed_wrong_is_a_warning(banner: ProblemBanner) -> None:
    banner.show_problem(Problem(ProblemKind.INPUT, "Scope is empty"))
    assert banner.property("tone") == Tone.WARN
    banner.show_problem(REFUSED)
    assert banner.property("tone") == Tone.BAD


def test_it_can_be_sent_away(banner: ProblemBanner, qtbot: QtBot) -> None:
    banner.show_problem(REFUSED)
    cross = next(b for b in banner.findChildren(IconButton) if b.accessibleName() == "Dismiss")
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
