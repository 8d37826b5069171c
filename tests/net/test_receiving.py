"""From parts of a body to events, without a network."""

import asyncio
import gzip

from k2bench.core.problem import Problem, ProblemKind
from k2bench.net.decoding import Decoding
from k2bench.net.events import End
from k2bench.net.receiving import received
from k2bench.net.timings import Phase, Stopwatch


class Parts:
    """Gives `parts` and remembers whether it was closed before its end."""

    def __init__(self, *parts):
        self.parts, self.left = parts, []

    async def give(self):
        given = 0
        try:
            for part in self.parts:
                given += 1
                yield part
        finally:
            self.left = list(self.parts[given:])


def broken(error):
    return Problem(ProblemKind.NETWORK, str(error))


def told(parts, codings="", limit=1 << 30):
    """The body and the end that `parts` lead to."""

    async def collect():
        watch = Stopwatch()
        watch.enter(Phase.RECEIVING)
        return [e async for e in received(parts.give(), Decoding(codings, limit), watch, broken)]

    *chunks, end = asyncio.run(collect())
    assert isinstance(end, End)
    return b"".join(chunk.data for chunk in chunks), end


def test_parts_become_chunks_and_an_end():
    body, end = told(Parts(b"one ", b"two"))
    assert body == b"one two"
    assert (end.wire_bytes, end.decoded_bytes, end.problem) == (7, 7, None)
    assert end.timings.receive is not None


def test_sizes_are_before_and_after_decoding():
    wire = gzip.compress(b"hello" * 1000)
    body, end = told(Parts(wire[:10], wire[10:]), "gzip")
    assert body == b"hello" * 1000
    assert (end.wire_bytes, end.decoded_bytes) == (len(wire), 5000)


def test_an_error_keeps_what_came_and_wins_over_the_decoder():
    wire = gzip.compress(b"hello" * 1000)
    body, end = told(Parts(wire[:-9], RuntimeError("gone")), "gzip")
    assert (b"hello" * 1000).startswith(body)
    assert end.problem == Problem(ProblemKind.NETWORK, "gone")


def test_the_limit_leaves_the_rest_unread():
    parts = Parts(bytes(60), bytes(60), bytes(60))
    body, end = told(parts, limit=100)
    assert body == bytes(100)
    assert end.problem.kind is ProblemKind.POLICY
    assert parts.left == [bytes(60)]
