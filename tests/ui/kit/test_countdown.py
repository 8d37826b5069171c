import pytest
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.countdown import Countdown
from k2bench.ui.kit.tokens import Tone


class Clock:
    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


def test_it_counts_down_and_expires(qtbot: QtBot) -> None:
    clock = Clock()
    label = Countdown("Token expiry", clock)
    qtbot.addWidget(label)
    label.show_until(1_000 + 3432)
    assert (label.accessibleName(), label.text()) == ("Token expiry", "57:12")
    assert label.property("tone") == Tone.GOOD
    clock.time += 3400.5
    label.tick()
    assert label.text() == "00:32"
    assert label.property("tone") == Tone.WARN
    clock.time += 31.5
    with qtbot.waitSignal(label.ran_out):
        label.tick()
    assert label.text() == label.accessibleDescription() == "expired"
    assert label.property("tone") == Tone.BAD


def test_hours_and_no_end_at_all(qtbot: QtBot) -> None:
    label = Countdown("Token expiry", Clock())
    qtbot.addWidget(label)
    label.show_until(1_000 + 3723)
    assert label.text() == "1:02:03"
    with qtbot.waitSignal(label.ticked) as said:
        label.show_until(None)
    assert said.args == ["", Tone.NEUTRAL]
    assert label.text() == ""
    label.tick()
    assert label.text() == ""


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (172_800, "48:00:00"),
        (172_801, "2 days"),
        (3_650 * 86_400, "3,650 days"),
    ],
)
def test_days_where_hours_would_not_be_read(qtbot: QtBot, left: int, text: str) -> None:
    label = Countdown("Token expiry", Clock())
    qtbot.addWidget(label)
    label.show_until(1_000 + left)
    assert label.text() == text


def test_it_ticks_by_itself_at_full_seconds(qtbot: QtBot) -> None:
    clock = Clock()
    label = Countdown("Token expiry", clock)
    qtbot.addWidget(label)
    clock.time = 1_000.98
    label.show_until(1_010)
    assert label.text() == "00:10"
    clock.time = 1_001.001
    with qtbot.waitSignal(label.ticked, timeout=500):
        pass
    assert label.text() == "00:09"


def test_after_the_end_it_is_quiet(qtbot: QtBot) -> None:
    label = Countdown("Token expiry", Clock())
    qtbot.addWidget(label)
    label.show_until(900)
    with qtbot.assertNotEmitted(label.ran_out, wait=30):
        pass
