from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.long_value import LongValue, Spelling
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.whole_value import WholeValue
from tests.ui.conftest import PATIENCE

DATA = b'{"a b": "first\\nsecond \\u00e4"}'
VALUE = LongValue("a\nb", DATA, 9, len(DATA) - 2, Spelling.JSON)


@pytest.fixture
def window(shown: Callable[[QWidget], QWidget], bridge: Bridge, qtbot: QtBot) -> WholeValue:
    made = WholeValue(VALUE)
    shown(made)
    with qtbot.waitSignal(made.ready, timeout=PATIENCE):
        made.start(bridge)
    return made


def test_a_value_as_the_text_that_it_stands_for(window: WholeValue) -> None:
    assert window.windowTitle() == "Value of a b"
    assert list(window.view.visible_texts()) == ["first", "second ä"]
    assert window.facts.text() == "20 bytes as sent"


def test_it_is_copied_whole(window: WholeValue) -> None:
    window.copy_.click()
    assert QGuiApplication.clipboard().text() == "first\nsecond ä"
    assert window.facts.text() == "14 characters copied"
    window.view.copy_refused.emit()
    assert "too large for the clipboard" in window.facts.text()
    QGuiApplication.clipboard().clear()


def test_closing_it_ends_the_reading(
    shown: Callable[[QWidget], QWidget], bridge: Bridge, qtbot: QtBot
) -> None:
    data = b"\\n" * 500_000
    window = WholeValue(LongValue("", data, 0, len(data), Spelling.JSON))
    shown(window)
    window.start(bridge)
    assert window.windowTitle() == "Value"
    assert window.facts.text().startswith("Reading 1,000,000 bytes")
    assert not window.copy_.isEnabled()
    window.close_.click()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert not window.copy_.isEnabled()
