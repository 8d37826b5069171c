from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.guide import SUPPORT_URL
from k2bench.auth.hashing import secret_hash
from k2bench.auth.lights import Lamp, Light
from k2bench.core.environment import Environment
from k2bench.core.problem import input_error
from k2bench.core.secret import Secret
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.onboarding.panel import OnboardingDialog

SECRET = Secret("a secret of my own")


@pytest.fixture
def dialog(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> OnboardingDialog:
    made = OnboardingDialog(clipboard, Environment("", "Dev", "https://contoso.onk2.com"), None)
    shown(made)
    return made


def test_the_ticket_has_the_hash_and_never_the_secret(
    dialog: OnboardingDialog, qtbot: QtBot
) -> None:
    assert not dialog.copy_ticket.isEnabled()
    dialog.secret.show_secret(SECRET)
    text = dialog.ticket.toPlainText()
    assert secret_hash(SECRET) in text
    assert "https://contoso.onk2.com" in text
    assert SECRET.reveal() not in text
    assert "SCIM" not in text
    dialog.wants_scim.setChecked(True)
    qtbot.mouseClick(dialog.copy_ticket, Qt.MouseButton.LeftButton)
    assert "SCIM" in QGuiApplication.clipboard().text()


def test_a_secret_is_generated_and_kept(dialog: OnboardingDialog, qtbot: QtBot) -> None:
    assert not dialog.keep.isEnabled()
    qtbot.mouseClick(dialog.generate, Qt.MouseButton.LeftButton)
    assert len(dialog.secret.secret()) == 40
    with qtbot.waitSignal(dialog.save_requested) as saved:
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert saved.args[0].name == "Dev"
    assert saved.args[1] == dialog.secret.secret()


def test_what_came_back_is_saved_and_tested(dialog: OnboardingDialog, qtbot: QtBot) -> None:
    dialog.secret.show_secret(SECRET)
    dialog.client_id.setText(" idt.cc.x ")
    dialog.token_url.setText("https://l/connect/token")
    with qtbot.waitSignals([dialog.save_requested, dialog.test_requested]):
        dialog.test.click()
    assert dialog.environment().client_id == "idt.cc.x"
    assert not dialog.test.isEnabled()
    dialog.show_lamp(Lamp("Discovery", Light.GREEN, "All well."))
    dialog.show_lamp(Lamp("Token", Light.RED, "No.", input_error("Wrong", "Mend it").problem))
    assert dialog.lamps.accessibleDescription() == (
        "Discovery: works. All well.\nToken: fails. No."
    )
    assert not dialog.banner.isHidden()
    dialog.show_tested()
    assert dialog.test.isEnabled()


def test_links_open_only_on_a_click(dialog: OnboardingDialog, qtbot: QtBot) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.toolTip() == SUPPORT_URL)
    with qtbot.waitSignal(dialog.link_requested) as asked:
        button.click()
    assert asked.args == [SUPPORT_URL]


def test_a_problem_is_said_at_its_field(dialog: OnboardingDialog) -> None:
    dialog.show_problem(input_error("It is taken", "Choose another", "Name").problem)
    assert "taken" in dialog.fields["Name"].message()
