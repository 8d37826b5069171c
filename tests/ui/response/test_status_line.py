from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from k2bench.ui.kit.tokens import Tone
from k2bench.ui.response.status_line import StatusLine
from tests.ui.response.answers import odata, snapshot


def test_figures_names_and_tips(shown: Callable[[QWidget], QWidget]) -> None:
    line = StatusLine()
    shown(line)
    line.show_snapshot(snapshot(odata(3)))
    line.show_rows("3 rows")
    texts = {made.accessibleName(): made.text() for made in line.findChildren(QLabel)}
    size = f"{len(odata(3))} bytes"
    assert texts == {"Status": "200 OK", "Time": "143 ms", "Size": size, "Rows": "3 rows"}
    assert line.status.tone is Tone.GOOD
    assert "143.00 ms in all" in line.time.toolTip()
    assert line.time.accessibleDescription() == "143 ms"


def test_nothing_is_shown_without_an_answer(shown: Callable[[QWidget], QWidget]) -> None:
    line = StatusLine()
    shown(line)
    line.show_snapshot(snapshot(b"", status=500))
    assert line.status.tone is Tone.BAD
    line.clear()
    assert not any(made.isVisible() for made in line.findChildren(QLabel))
    assert line.status.text() == ""
