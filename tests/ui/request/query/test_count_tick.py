import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.count_tick import CountTick


@pytest.fixture
def tick(qtbot: QtBot) -> CountTick:
    made = CountTick()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (None, Qt.CheckState.Unchecked),
        ("false", Qt.CheckState.Unchecked),
        ("TRUE", Qt.CheckState.Checked),
        ("perhaps", Qt.CheckState.PartiallyChecked),
    ],
)
def test_what_the_url_says(tick: CountTick, text: str | None, state: Qt.CheckState) -> None:
    tick.show_text(text)
    assert tick.checkState() is state


def test_a_click_tells_the_option_in_the_words_of_the_service(tick: CountTick) -> None:
    told: list[tuple[str, str | None]] = []
    tick.option_edited.connect(lambda *each: told.append(each))
    tick.click()
    tick.click()
    tick.show_dialect(Dialect.V3)
    tick.click()
    assert told == [("$count", "true"), ("$count", None), ("$inlinecount", "allpages")]
    assert tick.accessibleName() == tick.text() == "$inlinecount"
