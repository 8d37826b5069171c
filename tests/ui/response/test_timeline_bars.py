from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from k2bench.core.response import Timings
from k2bench.ui.response.timeline import phases_of
from k2bench.ui.response.timeline_bars import TimelineBars


def test_a_screen_reader_gets_the_figures(shown: Callable[[QWidget], QWidget]) -> None:
    bars = TimelineBars()
    bars.resize(600, 200)
    shown(bars)
    empty = bars.grab().toImage()
    bars.show_phases(phases_of(Timings(0.01, 0, 0.002, 0.1, 0.05, 0.17)))
    assert bars.accessibleDescription().split("\n") == [
        "Connect (with DNS): 10.00 ms",
        "TLS: 0.00 ms",
        "Request sent: 2.00 ms",
        "Waiting: 100.00 ms",
        "Download: 50.00 ms",
    ]
    assert bars.sizeHint().height() > 0
    assert bars.grab().toImage() != empty
    bars.show_phases(phases_of(Timings(0, 0, 0, 0, 0, 0)))
    bars.grab()  # nothing took any time
