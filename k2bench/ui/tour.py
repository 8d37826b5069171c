"""The self-driving tour: get a token, use it, send to each API, take pictures, say what was seen.

It presses the same buttons as a person; on a machine without a screen it shows that all works.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from k2bench.core.problem import Problem
from k2bench.ui.demo.requests import OF_EACH_API
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.window import Window
from k2bench.ui.wiring import Wiring

STEP_TAKES = 60_000  # milliseconds at most
SETTLES = 200  # milliseconds until what was just shown is laid out and painted


class Tour(QObject):
    """Drives a window that was started with the demo tenant."""

    finished = Signal(int)  # exit code

    def __init__(self, window: Window, wiring: Wiring, folder: str) -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path(folder)
        self._pictures = 0
        self._waiting = list(OF_EACH_API)
        self._late = QTimer(self, singleShot=True, interval=STEP_TAKES)
        self._late.timeout.connect(lambda: self._fail("A step took more than 60 s."))
        self._late.start()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = f"{folder} cannot be made: {error.strerror}."
            QTimer.singleShot(0, self, lambda: self._fail(why))  # when the event loop runs
        wiring.demo.failed.connect(self._stop)
        self._workspace = workspace = wiring.workspace
        workspace.authorization.failed.connect(self._stop)
        workspace.authorization.got.connect(lambda: QTimer.singleShot(SETTLES, self._got_token))
        workspace.requests.opened.connect(self._watch)
        self._watch(workspace.tab)

    def _got_token(self) -> None:
        self._grab("1-token")
        self._workspace.panel.card.use.click()
        self._next()

    def _watch(self, tab: RequestTab) -> None:
        tab.response.shown.connect(lambda: QTimer.singleShot(SETTLES, self._answered))

    def _next(self) -> None:
        self._late.start()
        self._workspace.requests.open(self._waiting[0])
        self._workspace.tab.request.send.click()

    def _answered(self) -> None:
        response, spec = self._workspace.tab.response, self._waiting.pop(0)
        self._say("request", spec.name)
        self._say("status", response.status_text())
        self._say("rows", response.rows_text())
        self._grab(f"{self._pictures + 1}-{spec.name.partition(':')[0].lower().replace(' ', '-')}")
        if response.has_problem():
            self._fail("The demo tenant's answer is not what it should be.")
        elif self._waiting:
            self._next()
        else:
            self._late.stop()
            self.finished.emit(0)

    def _grab(self, name: str) -> None:
        self._pictures += 1
        path = self._folder / f"{name}.png"
        if self._window.grab().save(str(path)):
            self._say("picture", str(path))
        else:
            self._fail(f"{path} could not be written.")

    def _stop(self, problem: Problem) -> None:
        self._fail(f"{problem.title}. {problem.hint}\n{problem.detail}")

    def _fail(self, why: str) -> None:
        self._late.stop()
        sys.stderr.write(f"tour failed: {why}\n")
        self.finished.emit(1)

    def _say(self, what: str, words: str) -> None:
        sys.stdout.write(f"{what:<8} {words}\n")
