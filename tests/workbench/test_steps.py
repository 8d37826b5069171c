"""The work lane: steps, turns, progress, and exactly one ending."""

import random
import threading
import time
from collections import Counter

import pytest

from k2bench.core.job import Cancelled, Failed, Succeeded
from k2bench.workbench import steps
from k2bench.workbench.steps import PROGRESS_EVERY, TURN, WorkLane

PATIENCE = 20


class Endings:
    def __init__(self, expected=1):
        self.seen = []
        self.threads = set()
        self._expected = expected
        self._all = threading.Event()

    def __call__(self, ending):
        self.seen.append(ending)
        self.threads.add(threading.current_thread().name)
        if len(self.seen) >= self._expected:
            self._all.set()

    def wait(self):
        assert self._all.wait(PATIENCE), f"{len(self.seen)} endings of {self._expected}"
        return self.seen


class Clock:
    """Time that passes only when a step says so."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def lane():
    made = WorkLane()
    yield made
    assert made.close(5)


def counting(steps, value="done"):
    def work():
        yield from range(steps)
        return value

    return work


def forever(started=None):
    def work():
        while True:
            if started is not None:
                started.set()
            yield None

    return work


def test_the_value_of_the_generator_is_its_ending(lane):
    endings = Endings()
    lane.start(counting(1000), endings)
    assert endings.wait() == [Succeeded("done")]
    assert endings.threads == {"k2bench work"}


def test_no_thread_before_the_first_start():
    before = threading.active_count()
    made = WorkLane()
    assert threading.active_count() == before
    assert made.close()


def test_an_error_is_an_ending(lane):
    def work():
        yield 1
        raise ValueError("no")

    endings = Endings()
    lane.start(work, endings)
    (ending,) = endings.wait()
    assert isinstance(ending, Failed)
    assert str(ending.error) == "no"


def test_an_error_while_making_is_an_ending_and_the_lane_goes_on(lane):
    def make():
        raise ValueError("not even made")

    first, second = Endings(), Endings()
    lane.start(make, first)
    lane.start(counting(3), second)
    assert isinstance(first.wait()[0], Failed)
    assert second.wait() == [Succeeded("done")]


def test_system_exit_in_a_step_ends_the_work_not_the_lane(lane):
    def work():
        yield 1
        raise SystemExit(3)

    first, second = Endings(), Endings()
    lane.start(work, first)
    lane.start(counting(3), second)
    assert isinstance(first.wait()[0], Failed)
    assert second.wait() == [Succeeded("done")]


def test_cancel_is_seen_between_steps_and_closes_the_generator(lane):
    started, closed = threading.Event(), threading.Event()

    def work():
        try:
            yield from forever(started)()
        finally:
            closed.set()

    endings = Endings()
    job = lane.start(work, endings)
    assert started.wait(PATIENCE)
    job.cancel()
    job.cancel()
    assert endings.wait() == [Cancelled()]
    assert closed.is_set()


def test_cancel_before_the_first_step_never_makes_the_work(lane):
    gate, made = threading.Event(), []

    def busy():
        gate.wait(PATIENCE)
        yield None

    lane.start(busy, Endings())
    endings = Endings()
    job = lane.start(lambda: made.append(1), endings)
    job.cancel()
    gate.set()
    assert endings.wait() == [Cancelled()]
    assert made == []


def test_a_long_work_does_not_hold_up_a_short_one(lane):
    started = threading.Event()
    long, short = Endings(), Endings()
    job = lane.start(forever(started), long)
    assert started.wait(PATIENCE)
    lane.start(counting(3), short)
    assert short.wait() == [Succeeded("done")]
    assert long.seen == []
    job.cancel()
    long.wait()


def test_work_takes_turns():
    clock, order = Clock(), []
    lane = WorkLane(clock=clock)
    gate = threading.Event()
    endings = Endings(3)

    def named(name):
        def work():
            for _ in range(3):
                order.append(name)
                clock.now += TURN
                yield None

        return work

    def busy():
        gate.wait(PATIENCE)
        yield None

    lane.start(busy, endings)
    lane.start(named("a"), endings)
    lane.start(named("b"), endings)
    gate.set()
    endings.wait()
    assert order == ["a", "b", "a", "b", "a", "b"]
    assert lane.close(5)


def test_progress_comes_every_50_ms_and_the_last_one_always():
    clock, news = Clock(), []
    lane = WorkLane(clock=clock)

    def work():
        for number in range(101):
            yield number
            clock.now += PROGRESS_EVERY / 10
            yield None
        return "done"

    endings = Endings()
    lane.start(work, endings, news.append)
    endings.wait()
    assert news[0] == 0
    assert news[-1] == 100
    assert 10 <= len(news) <= 12
    assert news == sorted(news)
    assert lane.close(5)


def test_progress_comes_before_the_ending(lane):
    order = []
    done = threading.Event()

    def ended(ending):
        order.append("end")
        done.set()

    lane.start(counting(500), ended, lambda news: order.append(news))
    assert done.wait(PATIENCE)
    assert order[-2:] == [499, "end"]


def test_bugs_in_callbacks_do_not_kill_the_lane(lane, monkeypatch):
    reported = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_value))

    def bug(_):
        raise KeyError("bug")

    lane.start(counting(1), bug, bug)
    endings = Endings()
    lane.start(counting(1), endings)
    assert endings.wait() == [Succeeded("done")]
    assert len(reported) == 2


def test_one_thousand_random_cancels_end_once_each(lane):
    rng = random.Random(11)
    counts = Counter()
    everything = Endings(1000)

    def ended_of(number):
        def ended(ending):
            counts[number] += 1
            everything(ending)

        return ended

    jobs = []
    for number in range(1000):
        jobs.append(lane.start(counting(rng.randrange(300)), ended_of(number)))
        if rng.random() < 0.5:
            rng.choice(jobs).cancel()
    everything.wait()
    assert set(counts.values()) == {1}
    assert len(counts) == 1000
    assert {type(e) for e in everything.seen} == {Succeeded, Cancelled}


def test_close_ends_everything():
    lane = WorkLane()
    started = threading.Event()
    endings = Endings(2)
    lane.start(forever(started), endings)
    lane.start(forever(), endings)
    assert started.wait(PATIENCE)
    assert lane.close(5)
    assert endings.seen == [Cancelled(), Cancelled()]


def test_close_does_not_wait_for_a_step_that_hangs():
    lane = WorkLane()
    gate, started = threading.Event(), threading.Event()

    def stuck():
        started.set()
        gate.wait(PATIENCE)
        yield None

    endings = Endings(2)
    lane.start(stuck, endings)
    lane.start(counting(1), endings)
    assert started.wait(PATIENCE)
    assert not lane.close(0.01)
    assert endings.seen == [Cancelled(), Cancelled()]
    gate.set()
    assert lane.close(5)
    assert len(endings.seen) == 2


def test_start_after_close_ends_at_once():
    lane = WorkLane()
    lane.close()
    endings = Endings()
    lane.start(counting(1), endings).cancel()
    assert endings.seen == [Cancelled()]


class Counting:
    """Endless work that counts its steps."""

    def __init__(self):
        self.steps = 0
        self.stepped = threading.Event()
        self.hundred = threading.Event()

    def run(self):
        while True:
            self.steps += 1
            self.stepped.set()
            if self.steps == 100:
                self.hundred.set()
            yield None


def test_work_waits_while_the_lane_is_held(lane, monkeypatch):
    monkeypatch.setattr(steps, "LONGEST_HOLD", 60)
    work, other = Counting(), Counting()
    lane.hold()
    lane.hold()
    jobs = [lane.start(made.run, Endings()) for made in (work, other)]
    assert work.stepped.wait(PATIENCE)
    lane.release()
    assert (work.steps, other.steps) == (1, 0)
    lane.release()
    assert work.hundred.wait(PATIENCE)
    assert other.hundred.wait(PATIENCE)
    for job in jobs:
        job.cancel()


def test_a_lane_that_is_never_released_goes_on(lane, monkeypatch):
    monkeypatch.setattr(steps, "LONGEST_HOLD", 0.001)
    lane.hold()
    work = Counting()
    job = lane.start(work.run, Endings())
    assert work.hundred.wait(PATIENCE)
    job.cancel()


def test_other_threads_keep_running(lane):
    """A thread that wants the interpreter lock gets it many times during busy work."""
    endings = Endings()
    beats = 0

    def busy():
        until = time.perf_counter() + 0.2
        while time.perf_counter() < until:
            yield None

    lane.start(busy, endings)
    while not endings.seen:
        time.sleep(0)
        beats += 1
    assert beats > 10
