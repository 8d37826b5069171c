from __future__ import annotations

from typing import Any

import pytest

from k2bench.demo.clock import Clock
from k2bench.demo.faults.requests import BadRequestError, apply, describe
from k2bench.demo.faults.switchboard import Switchboard


def active(board: Switchboard, key: str) -> Any:
    (fault,) = (entry for entry in describe(board)["faults"] if entry["key"] == key)
    return fault["active"]


def test_setting_and_clearing() -> None:
    board = Switchboard(Clock())
    apply(board, {"fault": "latency", "seconds": 0.5, "after": 2, "times": 1, "api": "login"})
    assert active(board, "latency") == {
        "seconds": 0.5, "after": 2, "times": 1, "api": "login", "path": "",
    }  # fmt: skip
    apply(board, {"fault": "latency", "enabled": False})
    assert active(board, "latency") is None


def test_a_fault_that_needs_it_lets_the_first_request_pass() -> None:
    board = Switchboard(Clock())
    apply(board, {"fault": "unauthorized", "enabled": True})
    assert active(board, "unauthorized")["after"] == 1
    apply(board, {"fault": "unauthorized", "after": 0})
    assert active(board, "unauthorized")["after"] == 0
    apply(board, {"fault": "unavailable", "enabled": True})
    assert active(board, "unavailable")["after"] == 0


def test_defaults_and_clear_all() -> None:
    board = Switchboard(Clock())
    apply(board, {"fault": "reset"})
    apply(board, {"fault": "nothing_published"})
    assert active(board, "reset")["bytes"] == 2000
    apply(board, {"clear": True})
    assert active(board, "reset") is None
    assert active(board, "nothing_published") is None


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"fault": "nonsense"},
        {"fault": "latency", "seconds": "long"},
        {"fault": "latency", "seconds": float("nan")},
        {"fault": "latency", "seconds": -1},
        {"fault": "latency", "seconds": True},
        {"fault": "latency", "enabled": "no"},
        {"fault": "latency", "enabled": 0, "seconds": 1},
        {"fault": "latency", "enabled": None},
        {"fault": "latency", "path": 5},
        {"fault": "latency", "path": "\ud800"},
        {"fault": "latency", "times": 0},
        {"fault": "latency", "times": 10**400},
        {"fault": "latency", "after": 1.0},
        {"fault": "latency", "api": ["login"]},
        {"fault": "truncated_gzip", "percent": 101},
        {"fault": "large_metadata", "megabytes": 1e6},
        {"fault": "slow_drip", "bytes": 0},
        {"fault": "clock_skew", "seconds": 1e12},
        {"fault": "latency", "times": -1},
        {"fault": "latency", "after": True},
        {"fault": "latency", "bytes": 5},
        {"fault": "next_link_loop", "api": "workflow"},
    ],
)
def test_nonsense_is_refused(body: Any) -> None:
    with pytest.raises(BadRequestError):
        apply(Switchboard(Clock()), body)
