from __future__ import annotations

from k2bench.demo.clock import Clock
from k2bench.demo.faults.catalogue import FAULTS, Api
from k2bench.demo.faults.switchboard import Activation, Switchboard

BY_KEY = {fault.key: fault for fault in FAULTS}


def strikes(board: Switchboard, api: Api = Api.ODATA, target: str = "/x") -> bool:
    return board.strikes("unauthorized", api, target) is not None


def test_after_and_times_count_only_requests_that_are_meant() -> None:
    board = Switchboard(Clock())
    activation = Activation({}, after=2, times=1, api=Api.ODATA, path="Employee")
    board.switch_on(BY_KEY["unauthorized"], activation)
    assert not strikes(board, Api.WORKFLOW, "/Employee")
    assert not strikes(board, target="/Other")
    assert [strikes(board, target="/Employee") for _ in range(5)] == [
        False, False, True, False, False,
    ]  # fmt: skip
    assert not board.is_on("unauthorized")


def test_without_times_it_strikes_for_ever_but_spares_the_login() -> None:
    board = Switchboard(Clock())
    board.switch_on(BY_KEY["unauthorized"], Activation({}))
    assert all(strikes(board) for _ in range(100))
    assert not strikes(board, Api.LOGIN)
    board.switch_off("unauthorized")
    assert not strikes(board)


def test_zero_times_is_never() -> None:
    board = Switchboard(Clock())
    board.switch_on(BY_KEY["unauthorized"], Activation({}, times=0))
    assert not strikes(board)


def test_the_clock_follows() -> None:
    clock = Clock()
    board = Switchboard(clock)
    board.switch_on(BY_KEY["clock_skew"], Activation({"seconds": 600.0}))
    assert clock.skew_seconds == 600
    board.switch_all_off()
    assert clock.skew_seconds == 0
