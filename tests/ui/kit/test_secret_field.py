from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from k2bench.core.secret import Secret
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.secret_field import SecretField

HINT = "x-kde-passwordManagerHint"


@pytest.fixture
def field(qapp: QApplication, qtbot: QtBot) -> Iterator[SecretField]:
    clipboard = SecretClipboard(qapp)
    made = SecretField("Client Secret", clipboard)
    qtbot.addWidget(made)
    made.show()
    yield made
    qapp.clipboard().clear()
    clipboard.deleteLater()


def test_it_is_masked_until_the_eye_is_clicked(field: SecretField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "s3cret")
    assert field.secret() == Secret("s3cret")
    assert "s3cret" not in field.displayText()
    assert field.eye.accessibleName() == "Reveal Client Secret"
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.displayText() == "s3cret"
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert "s3cret" not in field.displayText()


def test_a_hidden_field_is_masked_again(field: SecretField) -> None:
    field.eye.setChecked(True)
    field.hide()
    field.show()
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_keyboards_are_told_not_to_learn_it(field: SecretField) -> None:
    for revealed in (False, True):
        field.eye.setChecked(revealed)
        hints = field.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_undo_does_not_bring_the_last_secret_back(field: SecretField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "first")
    field.eye.setChecked(True)
    field.show_secret(Secret("second"))
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.eye.setChecked(True)
    field.undo()
    assert field.secret() == Secret("second")
    field.show_secret(None)
    assert not field.secret()


@pytest.mark.parametrize("revealed", [False, True])
def test_copying_goes_through_the_secret_clipboard(
    field: SecretField, qtbot: QtBot, qapp: QApplication, revealed: bool
) -> None:
    field.show_secret(Secret("s3cret"))
    field.eye.setChecked(revealed)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "s3cret"
    assert qapp.clipboard().mimeData().hasFormat(HINT)


def test_cutting_does_too(field: SecretField, qtbot: QtBot, qapp: QApplication) -> None:
    field.show_secret(Secret("s3cret"))
    field.eye.setChecked(True)
    field.setSelection(0, 2)
    qtbot.keyClick(field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "s3"
    assert qapp.clipboard().mimeData().hasFormat(HINT)
    assert field.secret() == Secret("cret")


def test_so_does_the_menu(field: SecretField, qapp: QApplication) -> None:
    field.show_secret(Secret("s3cret"))
    menu = field.context_menu()
    copy = next(a for a in menu.actions() if a.objectName() == "edit-copy")
    assert copy.isEnabled()
    copy.trigger()
    assert qapp.clipboard().mimeData().hasFormat(HINT)
    menu.deleteLater()
