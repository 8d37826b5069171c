"""Copies a selection of any size without holding up the window."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from k2bench.content.lines import Lines
from k2bench.ui.kit.text_selection import Selection

LIMIT = 64_000_000  # characters; the clipboard holds them twice
STEP_S = 0.005


class TextCopy(QObject):
    """Gathers the lines in steps; one copy at a time, a new one ends the last."""

    copied = Signal(int)  # characters
    refused = Signal()  # more than LIMIT: this is for an export

    def __init__(self, parent: QObject, limit: int = LIMIT) -> None:
        super().__init__(parent)
        self._limit = limit
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self, lines: Lines, selection: Selection) -> None:
        """Copy; what takes one step only is on the clipboard when this returns."""
        self.cancel()
        self._rest = selection.texts(lines)
        self._parts: list[str] = []
        self._size = 0
        if not selection.is_empty:
            self._timer.start(0)
            self._step()

    def cancel(self) -> None:
        """Stop copying; the clipboard stays as it is."""
        self._timer.stop()

    def _step(self) -> None:
        until = perf_counter() + STEP_S
        for text in self._rest:
            self._parts.append(text)
            self._size += len(text)
            if self._size > self._limit:
                self._finish()
                self.refused.emit()
                return
            if perf_counter() > until:
                return
        whole = "".join(self._parts)
        self._finish()
        # no QString holds half a surrogate pair
        QGuiApplication.clipboard().setText(whole.encode("utf-16", "replace").decode("utf-16"))
        self.copied.emit(len(whole))

    def _finish(self) -> None:
        self._timer.stop()
        self._parts = []
