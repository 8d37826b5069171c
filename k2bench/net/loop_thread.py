"""One asyncio loop on one daemon thread: where all network work runs.

It does not know what the work does, nor who waits for it. Import it after the first paint: asyncio
alone costs about 28 ms.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, ThreadPoolExecutor
from typing import Any, TypeAlias, TypeVar

from k2bench.core.job import Cancelled, Ending, Failed, OnEnding, Succeeded

T = TypeVar("T")
Make: TypeAlias = Callable[[], Coroutine[Any, Any, T]]

# asyncio asks DNS in its executor. A query that hangs holds its thread until the system gives up,
# and with the usual six threads, six of them would stop every other lookup.
DNS_THREADS = 64


class LoopJob:
    """Running network work. Its ending is reported once, whoever reports it first."""

    def __init__(self, owner: "LoopThread", ended: OnEnding) -> None:
        self._owner = owner
        self._ended = ended
        self._lock = threading.Lock()
        self._over = False
        self.task: asyncio.Task[Any] | None = None

    def cancel(self) -> None:
        """Ask for the end, from any thread, any number of times."""
        self._owner.call(self._cancel)

    def _cancel(self) -> None:
        # Calls reach the loop in order, so the task is there unless making it failed.
        if self.task is not None:
            self.task.cancel()

    def finish(self, ending: Ending) -> None:
        """Report `ending`, unless the job has ended before. Never raises."""
        with self._lock:
            if self._over:
                return
            self._over = True
        self._owner.forget(self)
        try:
            self._ended(ending)
        except Exception as error:
            _report_bug(error)


class LoopThread:
    """The network thread: made at the first `start`, ended by `close`."""

    def __init__(self, name: str = "k2bench network") -> None:
        self._name = name
        self._lock = threading.Lock()
        self._jobs: set[LoopJob] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def start(self, make: Make[Any], ended: OnEnding) -> LoopJob:
        """Run the coroutine that `make` gives; `ended` hears exactly one ending.

        `make` and `ended` run on the loop's thread. After `close` nothing runs, and `ended` hears
        `Cancelled` at once, on the calling thread.
        """
        job = LoopJob(self, ended)
        with self._lock:
            refused = self._closed
            if not refused:
                self._jobs.add(job)
                loop = self._running_loop()
                loop.call_soon_threadsafe(self._begin, job, make)
        if refused:
            job.finish(Cancelled())
        return job

    def run(self, make: Make[T], timeout: float | None = None) -> T:
        """Run one coroutine and wait for it, for a REPL, a command or a test.

        Raises:
            TimeoutError: it did not end within `timeout` seconds; it is cancelled.
            concurrent.futures.CancelledError: the loop was closed meanwhile.
            Exception: whatever the coroutine raised.
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("run() would wait for its own thread")
        done = threading.Event()
        endings: list[Ending] = []

        def ended(ending: Ending) -> None:
            endings.append(ending)
            done.set()

        job = self.start(make, ended)
        try:
            if not done.wait(timeout):
                raise TimeoutError(f"no ending within {timeout} s")
        except BaseException:  # also Ctrl+C: the work must not go on without its caller
            job.cancel()
            raise
        value: T = _value(endings[0])
        return value

    def call(self, function: Callable[..., object], *args: object) -> bool:
        """Call `function` on the loop's thread soon; False when there is no loop any more."""
        with self._lock:
            if self._loop is None or self._loop.is_closed():
                return False
            self._loop.call_soon_threadsafe(function, *args)
            return True

    def close(self, timeout: float = 2.0) -> bool:
        """Cancel everything and end the thread; True when it ended within `timeout` seconds.

        Never waits for a DNS query that hangs in the executor: its thread outlives the loop, so
        `main()` ends the process with `os._exit`. Every job has had its ending when this returns.
        """
        with self._lock:
            first = not self._closed
            self._closed = True
            loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return True
        if first:  # a second stop would end the cleaning up
            self.call(loop.stop)
        if thread is not threading.current_thread():
            thread.join(timeout)
        for job in self._remaining():  # work that does not listen: its ending must not be lost
            job.finish(Cancelled())
        return not thread.is_alive()

    def forget(self, job: LoopJob) -> None:
        """`job` has ended."""
        with self._lock:
            self._jobs.discard(job)

    def _remaining(self) -> list[LoopJob]:
        with self._lock:
            return list(self._jobs)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._loop.set_default_executor(ThreadPoolExecutor(DNS_THREADS, "k2bench dns"))
            self._thread = threading.Thread(
                target=self._main, args=(self._loop,), name=self._name, daemon=True
            )
            self._thread.start()
        return self._loop

    def _begin(self, job: LoopJob, make: Make[Any]) -> None:
        try:
            task = asyncio.get_running_loop().create_task(make())
        except Exception as error:
            job.finish(Failed(error))
            return
        job.task = task
        # Never from a `finally` in the coroutine: a task that is cancelled before its first step
        # does not enter its body.
        task.add_done_callback(lambda done: job.finish(_ending_of(done)))

    def _main(self, loop: asyncio.AbstractEventLoop) -> None:
        while True:
            try:
                loop.run_forever()
                break
            except BaseException as error:  # SystemExit in a task leaves run_forever
                _report_bug(error)
        loop.run_until_complete(_cancel_all())
        loop.run_until_complete(loop.shutdown_asyncgens())
        with self._lock:
            loop.close()  # does not wait for the executor


async def _cancel_all() -> None:
    """Cancel every other task once and wait, however long it cleans up; also tasks made by that."""
    while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def _ending_of(task: "asyncio.Task[Any]") -> Ending:
    if task.cancelled():
        return Cancelled()
    error = task.exception()
    if error is None:
        return Succeeded(task.result())
    return Failed(error if isinstance(error, Exception) else RuntimeError(repr(error)))


def _value(ending: Ending) -> Any:
    match ending:
        case Succeeded(value):
            return value
        case Failed(error):
            raise error
        case Cancelled():
            raise CancelledError


def _report_bug(error: BaseException) -> None:
    """Give it to the crash hook that the application installs for threads."""
    thread = threading.current_thread()
    args = (type(error), error, error.__traceback__, thread)
    threading.excepthook(threading.ExceptHookArgs(args))
