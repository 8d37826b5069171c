from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.labels import Role, hairline, label, plain_tip, set_plain_tip, set_tone
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT, TOKENS, Tone


def test_roles_have_the_sizes_of_the_tokens(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    for role, size in ((Role.TITLE, TOKENS.title), (Role.HINT, TOKENS.hint)):
        made = label("Words", role)
        qtbot.addWidget(made)
        made.show()
        assert made.font().pixelSize() == size
    theme.deleteLater()


def test_text_of_a_server_is_never_rich(qtbot: QtBot) -> None:
    made = label("<b>no</b>", selectable=True)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    set_plain_tip(made, "<img src='x'>")
    assert "&lt;img" in made.toolTip()
    set_plain_tip(made, "")
    assert made.toolTip() == ""


def test_selectable_text_is_no_stop_for_tab(qtbot: QtBot) -> None:
    made = label("0123", selectable=True)
    qtbot.addWidget(made)
    assert made.focusPolicy() is Qt.FocusPolicy.ClickFocus
    made.setSelection(0, 4)
    assert made.selectedText() == "0123"


def test_tone_and_hairline(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    made, line = label("bad"), hairline()
    for widget in (made, line):
        qtbot.addWidget(widget)
        widget.show()
    set_tone(made, Tone.BAD)
    assert made.palette().text().color().name().upper() == LIGHT.bad
    assert line.height() == 1
    theme.deleteLater()


def test_a_tip_is_never_rich_text() -> None:
    assert plain_tip("<b> & c") == "<p style='white-space: pre-wrap'>&lt;b&gt; &amp; c</p>"
    assert plain_tip("") == ""
