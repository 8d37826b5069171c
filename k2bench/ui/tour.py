"""The self-driving tour: get a token, use it, send, take pictures, say what was seen.

It presses the same buttons as a person; on a machine without a screen it shows that all works.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from k2bench.ui.window import Window
from k2bench.ui.wiring import Wiring

STEP_TAKES = 60_000  # milliseconds at most


class Tour(QObject):
    """Drives a window that was started with the demo tenant."""

    finished = Signal(int)  # exit code

    def __init__(self, window: Window, wiring: Wiring, folder: str) -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(folder)
        self._late = QTimer(self, singleShot=True, interval=STEP_TAKES)
        self._late.timeout.connect(lambda: self._fail("A step took more than 60 s."))
        self._late.start()
        wiring.demo.failed.connect(self._stop)
        wiring.authorization.failed.connect(self._stop)
        wiring.authorization.got.connect(self._got_token)
        window.tab.response.shown.connect(self._answered)

    def _got_token(self) -> None:
        self._late.start()
        self._grab("1-token")
        self._press(self._window.authorization.card.use)
        self._press(self._window.tab.request.send)

    def _answered(self) -> None:
        response = self._window.tab.response
        self._say(f"status  {response.status_text()}")
        self._say(f"rows    {response.rows_text()}")
        self._grab("2-rows")
        if response.has_problem():
            self._fail("The demo tenant's answer is not what it should be.")
        else:
            self.finished.emit(0)
