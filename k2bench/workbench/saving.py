"""Saves a body, on a thread of its own, to be stopped at any time."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from k2bench.content.data import Progress
from k2bench.core.problem import WorkbenchError
from k2bench.core.response import ResponseBody
from k2bench.store.saving import StoppedError, save_file

BETWEEN_PROGRESS = 0.05  # seconds


async def save_body(body: ResponseBody, path: Path, tell: Callable[[Progress], None]) -> Path:
    """Write the whole body to `path`, as it is. Cancelled, it leaves nothing behind.

    Raises:
        WorkbenchError: see `save_file`.
    """
    stop = threading.Event()
    told = 0.0

    def heard(progress: Progress) -> None:
        nonlocal told
        if monotonic() - told >= BETWEEN_PROGRESS:
            told = monotonic()
            tell(progress)

    work = asyncio.ensure_future(asyncio.to_thread(save_file, path, body.data, heard, stop.is_set))
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        stop.set()
        with suppress(StoppedError, WorkbenchError):  # it is over, one way or the other
            await work
        raise
    return path
