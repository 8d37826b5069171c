from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.wire_line import WireLine

LONG = "https://host/odata/" + "x" * 400 + "?$top=1"


def test_the_middle_is_left_out_until_somebody_selects(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    line = WireLine("Goes out as")
    line.resize(300, 28)
    shown(line)
    line.clearFocus()
    line.show_whole(LONG)
    assert "…" in line.text()
    assert line.text().startswith("https://host")
    assert line.text().endswith("$top=1")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert line.text() == line.whole == LONG
    assert line.isReadOnly()
