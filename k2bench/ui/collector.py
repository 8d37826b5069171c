"""Garbage is collected on the GUI thread only.

Python collects on whichever thread allocates. A QObject in a circle of references would then be
deleted on the network thread, and Qt aborts when its timers are stopped from there.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # milliseconds


class Collector(QObject):
    """Replaces the automatic collection until `stop`."""

    def __init__(self) -> None:
        super().__init__()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the youngest generation that is full, as Python would have done."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def settle(self) -> None:
        """What is loaded by now stays for ever: later collections need not look at it (60 ms)."""
        gc.freeze()

    def stop(self) -> None:
        """Back to the automatic collection."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
