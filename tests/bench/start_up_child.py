"""One start of a window, timed from outside: `start_up_child.py bare|workbench FOLDER paint|idle`.

A program of its own, so it imports only what the window imports. Prints one JSON object with
`painted` (seconds from the spawn, told by the parent, to the end of the first paint) and
`resident` (bytes; with "idle" after the memory has settled).
"""

import json
import os
import sys
import time

SPAWNED = float(os.environ["K2BENCH_SPAWNED"])
QUIET = 10  # so many samples without growth are settled
SAMPLE_MS = 200
GROWTH = 1.005

what, folder, until = sys.argv[1:]

if what == "workbench":
    from k2bench.app import create_app

    app = create_app(["--config-dir", folder])
    window = app.window
else:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("k2bench"))

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer  # noqa: E402


class FirstPaint(QObject):
    """Sees the first paint event, and calls back when the whole window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the event loop's next turn: a paint event's filter comes before the paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, painted)
        return False


answer: dict[str, float] = {}
samples: list[int] = []


def painted() -> None:
    """Notes the time, then ends or waits for quiet."""
    answer["painted"] = time.time() - SPAWNED
    if until == "paint":
        QCoreApplication.exit()
    else:
        sample()


def sample() -> None:
    """Ends when the memory has not grown for a while."""
    from tests.bench.memory import resident_bytes

    samples.append(resident_bytes())
    if len(samples) > QUIET and samples[-1] <= samples[-QUIET] * GROWTH:
        answer["resident"] = samples[-1]
        QCoreApplication.exit()
    else:
        QTimer.singleShot(SAMPLE_MS, sample)


first_paint = FirstPaint()
window.installEventFilter(first_paint)
window.show()
QCoreApplication.exec()
print(json.dumps(answer), flush=True)
if what == "workbench":
    app.close()
os._exit(0)
