from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from k2bench.ui.dialogs.about import AboutDialog


def test_it_says_which_version(qtbot: QtBot) -> None:
    dialog = AboutDialog("1.2.3")
    qtbot.addWidget(dialog)
    assert "k2bench 1.2.3" in [each.text() for each in dialog.findChildren(QLabel)]
