"""Lets the window go first: work on the lane waits while the window paints.

A paint calls Python back hundreds of times, and each time it has to get the interpreter lock from
the lane, which gives it up every 5 ms: a table that is painted in 8 ms took 1.4 s while its body
was read. So the lane is asked to wait between two steps for as long as that takes.
"""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QTimer

from k2bench.core.problem import Problem
from k2bench.ui.response.background import Background, MakeSteps, Work, nothing

LONGEST = 0.1  # seconds that a step waits at most


class Courtesy:
    """A `Background` whose work can be asked to wait. `first` is for the GUI thread only."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._free = threading.Event()
        self._free.set()
        self._busy = 0

    @contextmanager
    def first(self) -> Iterator[None]:
        """While this lasts, work waits after the step that runs."""
        self._begin()
        try:
            yield
        finally:
            self._end()

    def first_with_paint(self) -> None:
        """From here on, and until what is to be painted now has been painted."""
        self._begin()
        QTimer.singleShot(0, self._end)  # comes after the paint that is asked for by then

    def _begin(self) -> None:
        self._busy += 1
        self._free.clear()

    def _end(self) -> None:
        self._busy -= 1
        if not self._busy:
            self._free.set()

    def start_steps(
        self,
        make: MakeSteps,
        success: Callable[[Any], None],
        failure: Callable[[Problem], None],
        cancelled: Callable[[], None] = nothing,
        progress: Callable[[Any], None] = nothing,
    ) -> Work:
        """Run the generator that `make` gives, in its steps."""
        free = self._free
        return self._background.start_steps(
            lambda: _waiting(make, free), success, failure, cancelled, progress
        )


def _waiting(make: MakeSteps, free: threading.Event) -> Generator[Any, None, Any]:
    work = make()
    while True:
        try:
            news = next(work)
        except StopIteration as end:
            return end.value
        yield news
        if not free.is_set():
            free.wait(LONGEST)
