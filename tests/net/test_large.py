"""Large answers and bombs: the loop turns on, and nothing large is held."""

import asyncio
import tracemalloc
from contextlib import aclosing

import brotli
import pytest

from k2bench.core.wire import WireRequest
from k2bench.net.events import Chunk, End
from k2bench.net.options import ExchangeOptions

MB = 1 << 20


@pytest.fixture(scope="module")
def bomb():
    """Less than 2 KB of brotli that unpack to 1 GB."""
    compressor = brotli.Compressor(quality=5)
    zeros = bytes(MB)
    made = b"".join(compressor.process(zeros) for _ in range(1024)) + compressor.finish()
    assert len(made) < 2048
    return made


async def turns_during(work):
    """What `work` gives, and how often the loop turned meanwhile."""
    task = asyncio.ensure_future(work)
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    return task.result(), turns


async def counted(net, url, options):
    size, largest, end = 0, 0, None
    async with aclosing(net.transport.exchange(WireRequest("GET", url), options)) as events:
        async for event in events:
            if isinstance(event, Chunk):
                size += len(event.data)
                largest = max(largest, len(event.data))
            elif isinstance(event, End):
                end = event
    return size, largest, end


def test_a_bomb_leaves_the_loop_its_turns_and_stops_at_the_limit(serve, net, record, bomb):
    url = serve(record(bomb, "Content-Encoding: br")).url
    options = ExchangeOptions(max_decoded_bytes=100 * MB)
    (size, largest, end), turns = net.loop.run(lambda: turns_during(counted(net, url, options)), 60)
    assert size == end.decoded_bytes == 100 * MB
    assert largest <= 256 * 1024
    assert turns >= size / (256 * 1024)
    assert "larger than 100 MB" in end.problem.title


def test_a_hundred_megabytes_come_in_pieces_and_are_not_kept(serve, net, record):
    url = serve(record(bytes(100 * MB))).url
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        (size, largest, end), turns = net.loop.run(
            lambda: turns_during(counted(net, url, ExchangeOptions())), 60
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert size == 100 * MB
    assert end.problem is None
    assert largest <= 256 * 1024
    assert turns >= 400
    assert peak - before < 10 * MB
