import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.method_box import MethodBox, method_tone
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import DARK, LIGHT, Tone


@pytest.fixture
def box(qtbot: QtBot) -> MethodBox:
    made = MethodBox()
    qtbot.addWidget(made)
    return made


def test_a_choice_is_told(box: MethodBox, qtbot: QtBot) -> None:
    assert (box.accessibleName(), box.method()) == ("Method", "GET")
    with qtbot.waitSignal(box.method_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert told.args == ["POST"]


def test_an_unusual_method_joins_the_list(box: MethodBox) -> None:
    box.show_method(" purge ")
    assert box.method() == "PURGE"
    box.show_method("get")
    box.show_method("PURGE")
    assert [box.itemText(i) for i in range(box.count())].count("PURGE") == 1
    box.show_method("")
    assert box.method() == "GET"


def test_each_method_has_the_colour_of_its_tone(qapp: QApplication, box: MethodBox) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    box.show()
    box.show_method("DELETE")
    assert box.palette().buttonText().color().name().upper() == LIGHT.bad
    colour = box.itemData(0, Qt.ItemDataRole.ForegroundRole)
    assert colour == QColor(LIGHT.good)
    theme.set_mode(ThemeMode.DARK)
    assert box.itemData(0, Qt.ItemDataRole.ForegroundRole) == QColor(DARK.good)
    assert [method_tone(m) for m in ("put", "PATCH", "HEAD")] == [
        Tone.ACCENT,
        Tone.VIOLET,
        Tone.NEUTRAL,
    ]
    theme.deleteLater()
