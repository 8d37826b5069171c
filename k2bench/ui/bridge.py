"""Background work for the window: started here, its one ending delivered on the GUI thread.

The call site reads: what to do, what on success, what on failure. Whoever lost interest drops
the work, and hears nothing more of it.
"""

import sys
import threading
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from k2bench.core.job import Cancelled, Ending, Failed, Job, OnEnding, OnProgress, Succeeded
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.workbench.session import Session

SWITCH = 0.001  # seconds after which a thread that waits for the interpreter lock asks for it
FRAME = 16  # milliseconds

MakeCoroutine: TypeAlias = Callable[[OnProgress], Coroutine[Any, Any, Any]]
MakeSteps: TypeAlias = Callable[[], Generator[Any, None, Any]]
Launch: TypeAlias = Callable[[OnEnding, OnProgress], Job]


class Running:
    """Work under way, as its starter sees it. All methods are for the GUI thread."""

    def __init__(
        self,
        launch: Launch,
        success: Callable[[Any], None],
        failure: Callable[[Problem], None],
        cancelled: Callable[[], None],
        progress: Callable[[Any], None],
    ) -> None:
        self._launch = launch
        self._success = success
        self._failure = failure
        self._cancelled = cancelled
        self._progress = progress
        self._job: Job | None = None
        self._stopped = False
        self.dropped = False

    def cancel(self) -> None:
        """Ask for the end; `cancelled` is called when it has come."""
        self._stopped = True
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Cancel, and hear no more of it."""
        self.mute()
        self.cancel()

    def mute(self) -> None:
        """Let it go on to its end, and hear no more of it."""
        self.dropped = True

    def launch(self, ended: OnEnding, progress: OnProgress) -> None:
        """Begin, unless it was cancelled before it could."""
        if self._stopped:
            ended(Cancelled())
        else:
            self._job = self._launch(ended, progress)

    def tell(self, progress: Any) -> None:
        """Hand on a progress."""
        if not self.dropped:
            self._progress(progress)

    def finish(self, ending: Ending, describe: Callable[[Exception], Problem]) -> None:
        """Hand on the ending."""
        if self.dropped:
            return
        match ending:
            case Succeeded(value):
                self._success(value)
            case Failed(error):
                self._failure(describe(error))
            case Cancelled():
                self._cancelled()


def _nothing(*_: object) -> None:
    pass


class Bridge(QObject):
    """Starts work on the network loop and on the work lane."""

    _ended = Signal(int, object)
    _progressed = Signal(int, object)
    warmed = Signal()

    def __init__(self, session: Session, load_later: Callable[[], None] = _nothing) -> None:
        """`load_later`: run on another thread once the first request could be sent."""
        super().__init__()
        sys.setswitchinterval(SWITCH)  # Python's 5 ms, once a call of Python, add up to a stall
        self._session = session
        self._load_later = load_later
        self._lane = session.lane
        self._running: dict[int, Running] = {}
        self._ticket = 0
        self._warming: threading.Thread | None = None
        self._warm = False
        self._waiting: list[int] = []
        self._ended.connect(self._on_ended)
        self._progressed.connect(self._on_progressed)
        self.warmed.connect(self._onwarmed)

    def start(
        self,
        make: MakeCoroutine,
        success: Callable[[Any], None],
        failure: Callable[[Problem], None],
        cancelled: Callable[[], None] = _nothing,
        progress: Callable[[Any], None] = _nothing,
    ) -> Running:
        """Run the coroutine that `make(tell)` gives on the network loop."""

        def launch(ended: OnEnding, tell: OnProgress) -> Job:
            return self._session.loop.start(lambda: make(tell), ended)

        return self._begin(Running(launch, success, failure, cancelled, progress))

    def start_steps(
        self,
        make: MakeSteps,
        success: Callable[[Any], None],
        failure: Callable[[Problem], None],
        cancelled: Callable[[], None] = _nothing,
        progress: Callable[[Any], None] = _nothing,
    ) -> Running:
        """Run the generator that `make` gives on the work lane, in its steps."""

        def launch(ended: OnEnding, tell: OnProgress) -> Job:
            return self._lane.start(make, ended, tell)

        return self._begin(Running(launch, success, failure, cancelled, progress))

    @contextmanager
    def first(self) -> Iterator[None]:
        """While this lasts, work on the lane waits after the step that runs."""
        self._lane.hold()
        try:
            yield
        finally:
            self._lane.release()

    def first_with_paint(self) -> None:
        """The same from here on, until what is to be painted now has been painted."""
        self._lane.hold()
        QTimer.singleShot(FRAME, self._lane.release)  # laid out, then painted with the next frame

    def warm_up(self) -> None:
        """Load what the first request needs, on another thread; to be called after a paint."""
        if self._warming is None:
            self._warming = threading.Thread(target=self._load, name="warm up", daemon=True)
            self._warming.start()

    def is_idle(self) -> bool:
        """Whether no work is under way."""
        return not self._running

    def describe(self, error: Exception) -> Problem:
        """The Problem of an error; a bug is told as one, its traceback masked."""
        if isinstance(error, WorkbenchError):
            return error.problem
        import traceback

        return self.bug("".join(traceback.format_exception(error)))

    def bug(self, trace: str) -> Problem:
        """The Problem of a mistake of ours."""
        return Problem(
            ProblemKind.BUG,
            "k2bench made a mistake",
            "Nothing that you typed is lost. The details help to mend it.",
            detail=self._session.redactor.mask(trace),
        )

    def _begin(self, running: Running) -> Running:
        self._ticket += 1
        self._running[self._ticket] = running
        if self._warm:
            self._launch(self._ticket)
        else:  # the imports must not happen on this thread
            self._waiting.append(self._ticket)
            self.warm_up()
        return running

    def _launch(self, ticket: int) -> None:
        self._running[ticket].launch(
            lambda ending: self._ended.emit(ticket, ending),
            lambda progress: self._progressed.emit(ticket, progress),
        )

    def _load(self) -> None:
        try:
            self._session.warm_up()
        finally:
            self.warmed.emit()
        self._load_later()
        self._session.tidy_up()

    def _onwarmed(self) -> None:
        self._warm = True
        waiting, self._waiting = self._waiting, []
        for ticket in waiting:
            self._launch(ticket)

    def _on_ended(self, ticket: int, ending: Ending) -> None:
        self._running.pop(ticket).finish(ending, self.describe)

    def _on_progressed(self, ticket: int, progress: Any) -> None:
        if ticket in self._running:
            self._running[ticket].tell(progress)
