import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.cards import Card
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT


def test_a_card_is_a_button(qtbot: QtBot) -> None:
    card = Card("demo", "Try the demo tenant", "One click.")
    qtbot.addWidget(card)
    card.show()
    assert card.accessibleName() == "Try the demo tenant"
    assert card.accessibleDescription() == "One click."
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(card.clicked):
            qtbot.keyClick(card, key)


@pytest.mark.parametrize("primary", [False, True])
def test_its_ground_and_its_focus_can_be_seen(
    qapp: QApplication, qtbot: QtBot, primary: bool
) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    card = Card("demo", "Try", "Words", primary=primary)
    qtbot.addWidget(card)
    card.resize(200, 120)
    image = card.grab().toImage()
    wanted = LIGHT.accent_tint if primary else LIGHT.surface
    assert image.pixelColor(190, 60).name().upper() == wanted
    card.show()
    card.activateWindow()
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    assert card.grab().toImage().pixelColor(0, 60).name().upper() == LIGHT.accent
    theme.deleteLater()


def test_long_words_make_it_higher(qtbot: QtBot) -> None:
    short, long = Card("demo", "T", "Words"), Card("demo", "T", "Words " * 60)
    for card in (short, long):
        qtbot.addWidget(card)
    assert long.heightForWidth(200) > short.heightForWidth(200)
    assert long.sizeHint().height() > short.sizeHint().height()
