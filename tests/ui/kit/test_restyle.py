from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT


def test_a_rule_takes_hold_after_the_widget_was_shown(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    label = QLabel("404")
    qtbot.addWidget(label)
    label.show()
    set_look(label, "tone", "bad")
    assert label.palette().text().color().name().upper() == LIGHT.bad
    set_look(label, "tone", "")
    assert label.palette().text().color().name().upper() == LIGHT.text
    theme.deleteLater()
