from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from k2bench.ui.dialogs.preferences import PreferencesDialog
from k2bench.workbench.preferences import USUAL, Preferences


def entry(dialog: PreferencesDialog, name: str) -> QSpinBox:
    (found,) = (e for e in dialog.findChildren(QSpinBox) if e.accessibleName() == name)
    return found


def press(dialog: PreferencesDialog, name: str, qtbot: QtBot) -> None:
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_values_in_and_a_choice_out(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Preferences(1, 2, 3))
    qtbot.addWidget(dialog)
    assert entry(dialog, "Body kept in memory up to").value() == 2
    assert entry(dialog, "Request timeout").text() == "3 s"
    entry(dialog, "Largest body").setValue(500)
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(dialog, "Save", qtbot)
    assert heard.args == [Preferences(500, 2, 3)]


def test_the_usual_values_can_be_had_back(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Preferences(1, 2, 3))
    qtbot.addWidget(dialog)
    press(dialog, "Restore Defaults", qtbot)
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(dialog, "Save", qtbot)
    assert heard.args == [USUAL]
    with qtbot.assertNotEmitted(dialog.chosen):
        press(dialog, "Cancel", qtbot)
