"""Measures the longest stall of the GUI thread: how late a 5 ms timer comes at worst."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QEventLoop, Qt, QTimer

INTERVAL = 0.005


class Heartbeat:
    """A context in which every gap between two beats is watched.

    Work done on the GUI thread before the event loop runs counts as a stall too, and so does the
    time from the last beat to the end.

    Attributes:
        longest: the longest stall so far, in seconds, the timer's own interval taken off.
        beats: how many beats were seen; a stall of 0 with no beats means nothing.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.beats = 0
        self._last = 0.0
        self._on_beat: Callable[[], None] | None = None
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(INTERVAL * 1000))
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Heartbeat:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._note()
        self._timer.stop()

    def run_until(self, done: Callable[[], bool], limit: float = 60.0) -> float:
        """Runs the event loop until `done()`, asked at each beat.

        Args:
            done: quick to answer; its time counts as a stall.
            limit: seconds.

        Returns:
            How long that took, in seconds.

        Raises:
            TimeoutError: `done()` never came true.
        """
        started = time.perf_counter()
        loop = QEventLoop()
        late = False

        def look() -> None:
            nonlocal late
            late = time.perf_counter() - started > limit
            if late or done():
                loop.quit()

        self._on_beat = look
        try:
            loop.exec()
        finally:
            self._on_beat = None
        if late:
            raise TimeoutError(f"not done after {limit} s")
        return time.perf_counter() - started

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - INTERVAL)
        self._last = now

    def _beat(self) -> None:
        self.beats += 1
        self._note()
        if self._on_beat is not None:
            self._on_beat()
