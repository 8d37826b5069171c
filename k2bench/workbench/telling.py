"""Tells of one body while it arrives: how much there is, and now and then what there is."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TypeAlias

from k2bench.core.response import ResponseBody
from k2bench.net.events import Head
from k2bench.store.spool import Spool
from k2bench.workbench.progress import OnProgress, Progress

BETWEEN_PROGRESS = 0.05  # seconds
TICK = 0.25  # seconds between two looks at what has come
FIRST = 256 * 1024  # bytes that are worth a first look
PATIENCE = 8  # ticks after which less is worth one, too


@dataclass(frozen=True, slots=True)
class Part:
    """As much of an answer as has come, `seconds` after its request was begun."""

    head: Head
    body: ResponseBody
    seconds: float


OnPart: TypeAlias = Callable[[Part], None]


class Pace:
    """When to look at a body that grows: each time it has doubled, and when it stands still.

    So all looks together cost about as much as one at the whole, and an answer of less than
    `TICK` seconds costs nothing.
    """

    def __init__(self) -> None:
        self._ticks = 0
        self._seen = 0
        self._shown = 0

    def is_due(self, size: int) -> bool:
        """To be asked every `TICK` with the bytes that are there."""
        self._ticks += 1
        stands_still = size == self._seen
        self._seen = size
        least = FIRST if self._ticks < PATIENCE else 1
        grown = size >= max(least, 2 * self._shown)
        if size > self._shown and (grown or stands_still):
            self._shown = size
            return True
        return False


class Telling:
    """Belongs to the loop that receives. `part` hears of no body that is whole."""

    def __init__(self, spool: Spool, progress: OnProgress | None, part: OnPart | None) -> None:
        self._spool = spool
        self._progress = progress
        self._part = part
        self._head: Head | None = None
        self._begun = monotonic()
        self._told = 0.0
        self._pace = Pace()
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, head: Head) -> None:
        """The head is there; the body follows."""
        self._head = head
        if self._part is not None:
            self._wait()

    def grew(self) -> None:
        """More has come."""
        if self._progress and self._head and monotonic() - self._told >= BETWEEN_PROGRESS:
            self._told = monotonic()
            self._progress(Progress(self._head.status, len(self._spool), total_of(self._head)))

    def give_up(self) -> None:
        """It was cancelled: what came is to be kept."""
        if len(self._spool):
            self._tell_part()

    def end(self) -> None:
        """Nothing more comes."""
        if self._timer is not None:
            self._timer.cancel()

    def _wait(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(TICK, self._tick)

    def _tick(self) -> None:
        if self._pace.is_due(len(self._spool)):
            self._tell_part()
        self._wait()

    def _tell_part(self) -> None:
        if self._part is not None and self._head is not None:
            self._part(Part(self._head, self._spool.so_far(), monotonic() - self._begun))


def total_of(head: Head) -> int | None:
    """The decoded bytes that the server announces; None for a compressed or chunked body."""
    length = head.header("content-length") or ""
    coded = (head.header("content-encoding") or "identity").strip().lower() != "identity"
    return int(length) if length.isascii() and length.isdecimal() and not coded else None
