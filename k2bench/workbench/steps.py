"""The work lane: one daemon thread for CPU work that is cut in small steps.

The work is a generator; between two of its steps a cancel is seen, other work gets its turn and
other threads get the interpreter lock. It does not know what is computed, nor who waits for it.

Whoever paints holds the lane meanwhile: a paint calls Python back hundreds of times, and each time
it would wait for the step that runs. A table painted in 8 ms took 1.4 s while its body was read.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from typing import Any, TypeAlias, TypeVar

from k2bench.core.job import Cancelled, Ending, Failed, OnEnding, OnProgress, Succeeded

P = TypeVar("P")
T = TypeVar("T")
Steps: TypeAlias = Generator[P, None, T]
Clock: TypeAlias = Callable[[], float]

TURN = 0.003  # seconds of one work's steps before the others have their turn; a step takes <= 5 ms
PROGRESS_EVERY = 0.05  # seconds
REST = 0.0001  # seconds between two turns
LONGEST_HOLD = 0.1  # seconds that a step waits at most


class LaneJob:
    """Work on the lane. Its ending is reported once, whoever reports it first."""

    def __init__(
        self,
        make: Callable[[], Steps[Any, Any]],
        ended: OnEnding,
        progress: OnProgress | None,
        clock: Clock,
        free: threading.Event,
    ) -> None:
        self._make = make
        self._ended = ended
        self._progress = progress
        self._clock = clock
        self._free = free
        self._steps: Steps[Any, Any] | None = None
        self._lock = threading.Lock()
        self._over = False
        self._cancelled = False
        self._news: Any = None
        self._told = -PROGRESS_EVERY

    def cancel(self) -> None:
        """Ask for the end, from any thread; it is seen after the step that runs."""
        self._cancelled = True

    def turn(self) -> bool:
        """Run steps for a while; False when the work has ended."""
        until = self._clock() + TURN
        try:
            while not self._cancelled:
                if self._steps is None:
                    self._steps = self._make()
                self._hear(next(self._steps))
                if self._clock() >= until or not self._free.is_set():
                    return True
        except StopIteration as end:
            self._tell_last()
            self.finish(Succeeded(end.value))
            return False
        except Exception as error:
            self.finish(Failed(error))
            return False
        except BaseException as error:  # SystemExit must not end the lane for everybody
            self.finish(Failed(RuntimeError(repr(error))))
            return False
        self._give_up()
        return False

    def finish(self, ending: Ending) -> None:
        """Report `ending`, unless the job has ended before. Never raises."""
        with self._lock:
            if self._over:
                return
            self._over = True
        try:
            self._ended(ending)
        except Exception as error:
            _report_bug(error)

    def _give_up(self) -> None:
        try:
            if self._steps is not None:
                self._steps.close()
        except Exception as error:
            _report_bug(error)
        self.finish(Cancelled())

    def _hear(self, news: Any) -> None:
        """Pass on what a step yielded, at most every 50 ms; None is no news."""
        if news is None or self._progress is None:
            return
        self._news = news
        if self._clock() - self._told >= PROGRESS_EVERY:
            self._tell_last()

    def _tell_last(self) -> None:
        if self._news is None or self._progress is None or self._over:
            return
        news, self._news = self._news, None
        self._told = self._clock()
        try:
            self._progress(news)
        except Exception as error:
            _report_bug(error)


class WorkLane:
    """The thread, made at the first `start` and ended by `close`."""

    def __init__(self, name: str = "k2bench work", clock: Clock = time.perf_counter) -> None:
        self._name = name
        self._clock = clock
        self._changed = threading.Condition()
        self._free = threading.Event()
        self._free.set()
        self._holds = 0
        self._waiting: deque[LaneJob] = deque()
        self._current: LaneJob | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def start(
        self,
        make: Callable[[], Steps[P, T]],
        ended: OnEnding,
        progress: OnProgress | None = None,
    ) -> LaneJob:
        """Run the generator that `make` gives, each step holding the interpreter lock <= 5 ms.

        `ended` hears exactly one ending. `progress` hears what the steps yield, at most every 50
        ms, and the last before a success. Everything is called on the lane's thread; after
        `close`, `ended` hears `Cancelled` at once on the calling thread.
        """
        job = LaneJob(make, ended, progress, self._clock, self._free)
        with self._changed:
            refused = self._closed
            if not refused:
                self._waiting.append(job)
                self._changed.notify()
                self._run()
        if refused:
            job.finish(Cancelled())
        return job

    @property
    def is_held(self) -> bool:
        """Whether someone holds it."""
        return self._holds > 0

    def hold(self) -> None:
        """Let no step begin until `release`; each waits 0.1 s at most. For one thread only."""
        self._holds += 1
        self._free.clear()

    def release(self) -> None:
        """Undo one `hold`."""
        self._holds -= 1
        if not self._holds:
            self._free.set()

    def close(self, timeout: float = 2.0) -> bool:
        """Cancel everything and end the thread; True when it ended within `timeout` seconds.

        Every job has had its ending when this returns, also one that is stuck in a step.
        """
        with self._changed:
            self._closed = True
            jobs = [*self._waiting, *([self._current] if self._current else [])]
            for job in jobs:
                job.cancel()
            self._changed.notify()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)
        for job in jobs:
            job.finish(Cancelled())
        return thread is None or not thread.is_alive()

    def _run(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._main, name=self._name, daemon=True)
            self._thread.start()

    def _main(self) -> None:
        while (job := self._next()) is not None:
            if job.turn():
                with self._changed:
                    self._waiting.append(job)
            # Lets the interpreter lock go, and long enough for another thread to wake up and take
            # it: after sleep(0) this one had it back first, and a GUI thread waited for 1.8 s.
            time.sleep(REST)
            self._free.wait(LONGEST_HOLD)

    def _next(self) -> LaneJob | None:
        with self._changed:
            self._current = None
            while not self._waiting:
                if self._closed:
                    return None
                self._changed.wait()
            self._current = self._waiting.popleft()
            return self._current


def _report_bug(error: BaseException) -> None:
    """Give it to the crash hook that the application installs for threads."""
    thread = threading.current_thread()
    args = (type(error), error, error.__traceback__, thread)
    threading.excepthook(threading.ExceptHookArgs(args))
