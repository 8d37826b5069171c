"""The phases of an exchange, from the library's trace."""

import asyncio

from k2bench.net.timings import Phase, Stopwatch


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def played(*moments):
    """A stopwatch that heard `moments`, one second apart."""
    clock = Clock()
    watch = Stopwatch(clock)

    async def play():
        for name in moments:
            clock.now += 1
            await watch.trace(name, {})

    asyncio.run(play())
    return watch


def test_each_phase_has_its_time():
    watch = played(
        "connection.connect_tcp.started",
        "connection.connect_tcp.complete",
        "connection.start_tls.started",
        "connection.start_tls.complete",
        "http11.send_request_headers.started",
        "http11.send_request_headers.complete",
        "http11.send_request_body.started",
        "http11.send_request_body.complete",
        "http11.receive_response_headers.started",
        "http11.receive_response_headers.complete",
        "http11.receive_response_body.started",
    )
    watch.enter(Phase.RECEIVING)
    watch.leave(Phase.RECEIVING)
    timings = watch.timings()
    assert (timings.connect, timings.tls, timings.send, timings.wait) == (1, 1, 2, 1)
    assert timings.receive == 0
    assert timings.total == 11
    assert watch.connected


def test_a_kept_connection_has_no_connect_phase():
    watch = played("http2.send_request_headers.started", "http2.send_request_headers.complete")
    assert watch.timings().connect is None
    assert watch.timings().tls is None
    assert not watch.connected
    assert watch.http2


def test_the_phase_of_a_failure_stays():
    watch = played(
        "connection.connect_tcp.started",
        "connection.connect_tcp.complete",
        "connection.start_tls.started",
        "connection.start_tls.failed",
        "http11.response_closed.started",
    )
    assert watch.phase is Phase.TLS
    assert watch.timings().tls == 1
