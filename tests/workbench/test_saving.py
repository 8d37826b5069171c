import asyncio
import os
from pathlib import Path

import pytest

from k2bench.content.data import Progress
from k2bench.core.response import ResponseBody
from k2bench.store.saving import STEP
from k2bench.workbench.saving import save_body


def test_the_whole_body(tmp_path: Path) -> None:
    told: list[Progress] = []
    body = ResponseBody(os.urandom(STEP * 3))
    assert asyncio.run(save_body(body, tmp_path / "a", told.append)) == tmp_path / "a"
    assert (tmp_path / "a").read_bytes() == body.data
    assert told


def test_a_cancel_leaves_nothing(tmp_path: Path) -> None:
    """It is cancelled from within: after its first step, whatever the machine."""

    async def road() -> None:
        loop = asyncio.get_running_loop()
        first, ended = asyncio.Event(), asyncio.Event()

        def tell(_: Progress) -> None:
            loop.call_soon_threadsafe(first.set)
            asyncio.run_coroutine_threadsafe(ended.wait(), loop).result(20)

        body = ResponseBody(b"x" * STEP * 3)
        work = asyncio.create_task(save_body(body, tmp_path / "a", tell))
        await first.wait()
        work.cancel()
        loop.call_soon(ended.set)
        with pytest.raises(asyncio.CancelledError):
            await work

    asyncio.run(road())
    assert os.listdir(tmp_path) == []
