import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.pill import Pill
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT, Tone


def test_a_status_is_a_word_with_a_name(qtbot: QtBot) -> None:
    pill = Pill("Status")
    qtbot.addWidget(pill)
    assert pill.isHidden()
    pill.show_status("200 OK", Tone.GOOD, tip="from <server>")
    assert (pill.accessibleName(), pill.text()) == ("Status", "200 OK")
    assert pill.accessibleDescription() == "200 OK"
    assert "&lt;server&gt;" in pill.toolTip()
    assert not pill.isHidden()
    pill.show_status("", Tone.NEUTRAL)
    assert pill.isHidden()


def distance(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_its_ground_and_an_icon(
    qapp: QApplication, qtbot: QtBot, tone: Tone
) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    pill = Pill("Status")
    qtbot.addWidget(pill)
    pill.show_status("Words", tone)
    pill.resize(pill.sizeHint())
    image = pill.grab().toImage()
    ground = image.pixelColor(pill.width() - 8, pill.height() // 2).name().upper()
    assert ground == LIGHT.tint(tone)
    wanted = QColor(LIGHT.dim if tone is Tone.NEUTRAL else LIGHT.of(tone))
    places = [(x, y) for x in range(8, 22) for y in range(pill.height())]
    assert min(distance(image.pixelColor(x, y), wanted) for x, y in places) < 30
    theme.deleteLater()


def test_the_text_can_be_selected_and_fits(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    pill = Pill("Status")
    qtbot.addWidget(pill)
    pill.show_status("Token valid 57:12", Tone.GOOD, "shield")
    pill.setSelection(0, 5)
    assert pill.selectedText() == "Token"
    words = pill.fontMetrics().horizontalAdvance(pill.text())
    assert pill.sizeHint().width() >= words + 16 + 16
    theme.deleteLater()
