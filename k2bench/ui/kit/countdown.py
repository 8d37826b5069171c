"""The time that is left until a moment, ticking once a second. Acts on nothing by itself."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel

from k2bench.ui.kit.labels import make_selectable, set_tone
from k2bench.ui.kit.tokens import Tone

SOON = 300.0
DAY = 86_400  # seconds


class Countdown(QLabel):
    """Shows "12 days", "57:12", then "expired"; empty when there is no such moment."""

    ticked = Signal(str, object)  # the text, its Tone: for a pill that says the same
    ran_out = Signal()

    def __init__(self, name: str, now: Callable[[], float]) -> None:
        """`now` gives seconds on the clock that `show_until` is asked in."""
        super().__init__()
        self.setAccessibleName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        make_selectable(self)
        self._now = now
        self._until: float | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.tick)

    def show_until(self, moment: float | None) -> None:
        """Count to a moment, in seconds of the clock; None for one that is not known."""
        self._until = moment
        self._timer.stop()
        if moment is None:
            self._say("", Tone.NEUTRAL)
        else:
            self.tick()

    def tick(self) -> None:
        """Show the time that is left now, and come back at the next full second."""
        if self._until is None:
            return
        left = self._until - self._now()
        if left <= 0:
            self._say("expired", Tone.BAD)
            self.ran_out.emit()
            return
        self._say(_words(ceil(left)), Tone.WARN if left <= SOON else Tone.GOOD)
        # from what is left, not every 1000 ms: a timer that drifts would skip a second
        self._timer.start(round((left - (ceil(left) - 1)) * 1000) + 1)

    def _say(self, text: str, tone: Tone) -> None:
        self.setText(text)
        self.setAccessibleDescription(text)
        set_tone(self, tone)
        self.ticked.emit(text, tone)


def _words(seconds: int) -> str:
    if seconds > 2 * DAY:
        return f"{seconds // DAY:,} days"
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
