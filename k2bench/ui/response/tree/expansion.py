"""Opens many rows of a tree without holding up the window, and not more than anybody looks at."""

from time import perf_counter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from PySide6.QtWidgets import QTreeView

from k2bench.ui.response.tree.model import TreeModel

MOST = 2_000  # rows that are opened at once
DEEPEST = 50  # levels
STEP_S = 0.008


class TreeExpansion(QObject):
    """Opens rows from the top down, in order; a new start ends the last one."""

    finished = Signal(bool)  # whether all was opened

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._waiting: list[tuple[QPersistentModelIndex, int]] = []
        self._opened = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self, index: QModelIndex, levels: int = DEEPEST) -> None:
        """Open a row and so many levels of values below it; ranges are no levels."""
        self._waiting = [(QPersistentModelIndex(index), levels)]
        self._opened = 0
        self._timer.start(0)
        self._step()

    def stop(self) -> None:
        """Open no more."""
        self._timer.stop()
        self._waiting = []

    def is_active(self) -> bool:
        """Whether rows are still being opened."""
        return self._timer.isActive()

    def _step(self) -> None:
        until = perf_counter() + STEP_S
        while self._waiting and self._opened < MOST:
            self._open(*self._waiting.pop())
            if perf_counter() > until:
                return
        rest = bool(self._waiting)
        self.stop()
        self.finished.emit(not rest)

    def _open(self, place: QPersistentModelIndex, levels: int) -> None:
        model = self._view.model()
        if not place.isValid() or not isinstance(model, TreeModel) or not model.expandable(place):
            return
        index = model.index(place.row(), place.column(), place.parent())
        model.fetchMore(index)
        self._view.setExpanded(index, True)
        self._opened += model.rowCount(index)
        if levels > 1:
            below = [model.index(row, 0, index) for row in range(model.rowCount(index))]
            self._waiting += [
                (QPersistentModelIndex(each), levels if model.is_range(each) else levels - 1)
                for each in reversed(below)
            ]
