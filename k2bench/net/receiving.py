"""From the received parts of a body to its events. It does not know the HTTP library."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing

from k2bench.core.problem import Problem
from k2bench.net.decoding import Decoding
from k2bench.net.events import Chunk, End
from k2bench.net.timings import Phase, Stopwatch


async def received(
    parts: AsyncGenerator[bytes | Exception, None],
    decoding: Decoding,
    watch: Stopwatch,
    broken: Callable[[Exception], Problem],
) -> AsyncGenerator[Chunk | End, None]:
    """Chunks of the decoded body, then its end.

    `parts` are as received; an error that ended them comes as the last part, and `broken` says
    what it means. What came before is kept in any case.
    """
    wire, problem = 0, None
    async with aclosing(parts):
        async for part in parts:
            if isinstance(part, Exception):
                problem = broken(part)
                break
            wire += len(part)
            steps, first = decoding.feed(part), True
            while (output := await _next(steps, decoding, first)) is not None:
                first = False
                if output:
                    yield Chunk(output)
            if decoding.stopped:
                break
    if problem is None:
        decoding.finish()
        problem = decoding.problem
    watch.leave(Phase.RECEIVING)
    yield End(watch.timings(), wire, decoding.decoded, problem)


async def _next(steps: Iterator[bytes], decoding: Decoding, first: bool) -> bytes | None:
    """The next step; None after the last. Others have their turn before each but the first."""
    if decoding.may_take_long:
        return await asyncio.to_thread(next, steps, None)
    if not first:
        await asyncio.sleep(0)
    return next(steps, None)
