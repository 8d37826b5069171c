"""The heartbeat sees stalls of the GUI thread, wherever they happen."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer

from tests.bench.heartbeat import Heartbeat


def block(seconds):
    """Keeps the GUI thread busy: the stall to be measured."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_a_stall_inside_the_event_loop_is_seen(qapp):
    with Heartbeat() as heart:
        QTimer.singleShot(20, lambda: block(0.1))
        heart.run_until(lambda: heart.longest > 0.05)
    assert heart.longest > 0.08
    assert heart.beats > 0


def test_work_before_the_loop_and_after_it_counts(qapp):
    with Heartbeat() as heart:
        block(0.05)
        heart.run_until(lambda: heart.beats > 1)
    before = heart.longest
    assert before > 0.04
    with Heartbeat() as heart:
        heart.run_until(lambda: heart.beats > 1)
        block(0.05)
    assert heart.longest > 0.04


def test_waiting_in_vain_ends(qapp):
    with Heartbeat() as heart, pytest.raises(TimeoutError, match=r"0\.05 s"):
        heart.run_until(lambda: False, limit=0.05)


def test_the_time_it_took_is_told(qapp):
    with Heartbeat() as heart:
        took = heart.run_until(lambda: heart.beats >= 3)
    assert took >= 0.01
