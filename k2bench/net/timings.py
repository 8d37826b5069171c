"""Follows the phases of one exchange, as the HTTP library reports them."""

import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from k2bench.core.response import Timings


class Phase(StrEnum):
    """What an exchange is doing; the words go into texts behind "while"."""

    CONNECTING = "connecting"
    TLS = "agreeing on TLS"
    SENDING = "sending the request"
    WAITING = "waiting for the answer"
    RECEIVING = "receiving the answer"


_PHASES = {
    "connect_tcp": Phase.CONNECTING,
    "start_tls": Phase.TLS,
    "send_request_headers": Phase.SENDING,
    "send_request_body": Phase.SENDING,
    "receive_response_headers": Phase.WAITING,
}


class Stopwatch:
    """Times the phases of one exchange; `clock` gives seconds.

    Attributes:
        phase: what is going on.
        http2: whether HTTP/2 is spoken.
        connected: whether a connection was made for this exchange, not taken from another.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._begun = clock()
        self._opened: dict[Phase, float] = {}
        self._spent: dict[Phase, float] = {}
        self.phase = Phase.CONNECTING
        self.http2 = False
        self.connected = False

    async def trace(self, name: str, info: dict[str, Any]) -> None:
        """Hears `http11.send_request_headers.started` and the like (httpcore's trace)."""
        self.http2 = self.http2 or name.startswith("http2.")
        event, _, moment = name.rpartition(".")
        phase = _PHASES.get(event.rpartition(".")[2])
        if phase is None:
            return
        if moment == "started":
            self.enter(phase)
            self.connected = self.connected or phase is Phase.CONNECTING
        else:
            self.leave(phase)

    def enter(self, phase: Phase) -> None:
        """`phase` begins."""
        self.phase = phase
        self._opened[phase] = self._clock()

    def leave(self, phase: Phase) -> None:
        """`phase` ends; a phase may come in parts, which are added."""
        if phase in self._opened:
            spent = self._clock() - self._opened.pop(phase)
            self._spent[phase] = self._spent.get(phase, 0.0) + spent

    def timings(self) -> Timings:
        """What was measured up to now."""
        return Timings(
            connect=self._spent.get(Phase.CONNECTING),
            tls=self._spent.get(Phase.TLS),
            send=self._spent.get(Phase.SENDING),
            wait=self._spent.get(Phase.WAITING),
            receive=self._spent.get(Phase.RECEIVING),
            total=self._clock() - self._begun,
        )
