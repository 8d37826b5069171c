from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.environments.paste_dialog import AT_ONCE, PasteDialog

TOKEN_URL = "https://login.onk2.com/0f0f0f0f-1111-2222-3333-444455556666/connect/token"


@pytest.fixture
def dialog(shown: Callable[[QWidget], QWidget]) -> PasteDialog:
    made = PasteDialog()
    shown(made)
    return made


def test_what_was_understood_is_shown_before_it_is_used(dialog: PasteDialog, qtbot: QtBot) -> None:
    assert not dialog.apply.isEnabled()
    dialog.text.setPlainText(f"client id: idt.cc.abc123, secret: s3cret-text-1\n{TOKEN_URL}")
    qtbot.waitUntil(lambda: dialog.table.rowCount() >= 2)
    cells = {
        dialog.table.item(row, 0).text(): dialog.table.item(row, 1).text()
        for row in range(dialog.table.rowCount())
    }
    assert cells["Client ID"] == "idt.cc.abc123"
    assert cells["Access Token URL"] == TOKEN_URL
    assert "s3cret-text-1" not in cells.values()
    with qtbot.waitSignal(dialog.accepted_settings) as accepted:
        qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert accepted.args[0].client_id.value == "idt.cc.abc123"


def test_a_text_without_settings_says_so(dialog: PasteDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Good morning")
    qtbot.waitUntil(lambda: "No settings were found" in dialog.none.accessibleName())
    assert "Paste Nintex' reply" in dialog.none.accessibleDescription()
    assert dialog.notes.text() == ""
    assert not dialog.apply.isEnabled()
    dialog.text.clear()
    qtbot.waitUntil(lambda: dialog.none.accessibleName() == "Nothing yet")


def test_what_is_odd_is_said_beside_that_nothing_was_found(
    dialog: PasteDialog, qtbot: QtBot
) -> None:
    dialog.text.setPlainText("K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=")
    qtbot.waitUntil(lambda: "There is a hash" in dialog.notes.text())
    assert "No settings were found" in dialog.none.accessibleName()


def test_a_long_text_is_read_elsewhere(dialog: PasteDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.read_requested):
        dialog.text.setPlainText("x" * (AT_ONCE + 1))
    assert dialog.notes.text() == "Reading…"
