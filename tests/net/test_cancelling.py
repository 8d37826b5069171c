"""Cancel in every phase, over real sockets: one ending each, and nothing left open."""

import asyncio
import random
import socket
import threading
from collections import Counter
from contextlib import aclosing
from functools import partial

import brotli
import pytest

from k2bench.core.job import Cancelled, Failed, Succeeded
from k2bench.core.wire import WireRequest
from k2bench.net.events import Chunk, Head
from k2bench.net.options import ExchangeOptions

PATIENCE = 20


class Running:
    """An exchange on its way, with events for what it saw."""

    def __init__(self, net, url, method="GET", body=b"", **options):
        self.endings = []
        self.chunk, self.over = threading.Event(), threading.Event()

        async def work():
            wire = WireRequest(method, url, (), body)
            exchange = net.transport.exchange(wire, ExchangeOptions(**options))
            async with aclosing(exchange) as events:
                async for event in events:
                    if isinstance(event, Chunk):
                        self.chunk.set()
            return "whole"

        self.job = net.loop.start(work, self._ended)

    def _ended(self, ending):
        self.endings.append(ending)
        self.over.set()

    def cancel(self):
        self.job.cancel()
        assert self.over.wait(PATIENCE)
        return self.endings


def left_over(net):
    """Tasks of the loop beside the one that asks, after those that are ending have ended."""

    async def count():
        for _ in range(20):
            await asyncio.sleep(0)
        return [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]

    return net.loop.run(count, PATIENCE)


@pytest.fixture
def full():
    """The address of a listening socket whose queue is full, so that connecting hangs."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(0)
    others = []
    for _ in range(4):
        other = socket.socket()
        other.setblocking(False)
        other.connect_ex(listening.getsockname())
        others.append(other)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    for sock in (listening, *others):
        sock.close()


def test_while_the_name_is_looked_up(net, monkeypatch):
    asked, gate = threading.Event(), threading.Event()

    def lookup(*args, **kwargs):
        asked.set()
        gate.wait(PATIENCE)
        raise socket.gaierror(socket.EAI_AGAIN, "late")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    running = Running(net, "http://hangs.example/", trust_env=False)
    assert asked.wait(PATIENCE)
    assert running.cancel() == [Cancelled()]
    assert left_over(net) == []
    gate.set()


def test_six_names_that_hang_do_not_stop_the_seventh(serve, net, record, monkeypatch):
    gate, asked = threading.Event(), threading.Semaphore(0)
    real = socket.getaddrinfo

    def lookup(host, *args, **kwargs):
        if host == b"localhost":
            return real(host, *args, **kwargs)
        asked.release()
        gate.wait(PATIENCE)
        raise socket.gaierror(socket.EAI_AGAIN, "late")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    hanging = [Running(net, "http://hangs.example/", trust_env=False) for _ in range(10)]
    for _ in hanging:
        assert asked.acquire(timeout=PATIENCE)
    url = serve(record(b"x")).url.replace("127.0.0.1", "localhost")
    assert net.send(url).body == b"x"
    for running in hanging:
        assert running.cancel() == [Cancelled()]
    gate.set()


def test_while_connecting(net, full):
    running = Running(net, full)
    connecting = threading.Event()
    net.loop.run(lambda: _when(_has_socket, connecting), PATIENCE)
    assert connecting.is_set()
    assert running.cancel() == [Cancelled()]
    assert left_over(net) == []


async def _when(condition, event):
    """Let the loop turn until `condition` holds."""
    for _ in range(10_000):
        if condition():
            event.set()
            return
        await asyncio.sleep(0)


def _has_socket():
    return len(asyncio.get_running_loop()._selector.get_map()) > 1  # beside the loop's own


def test_in_the_tls_handshake(serve, net):
    hello = threading.Event()

    def handle(connection):
        connection.sock.recv(1)
        hello.set()
        connection.wait_for_close()

    running = Running(net, serve(handle).url.replace("http", "https"))
    assert hello.wait(PATIENCE)
    assert running.cancel() == [Cancelled()]
    assert left_over(net) == []


def test_while_sending(serve, net):
    begun, gate = threading.Event(), threading.Event()

    def handle(connection):
        connection.sock.recv(1)
        begun.set()
        gate.wait(PATIENCE)  # without reading on

    running = Running(net, serve(handle).url, "POST", bytes(50_000_000))
    assert begun.wait(PATIENCE)
    assert running.cancel() == [Cancelled()]
    assert left_over(net) == []
    gate.set()


def test_before_the_headers(serve, net):
    asked, gone = threading.Event(), threading.Event()

    def handle(connection):
        connection.request()
        asked.set()
        connection.wait_for_close()
        gone.set()

    running = Running(net, serve(handle).url)
    assert asked.wait(PATIENCE)
    assert running.cancel() == [Cancelled()]
    assert gone.wait(PATIENCE)  # the server sees the connection close
    assert left_over(net) == []


@pytest.mark.parametrize("keep_alive", [False, True])
def test_in_the_middle_of_a_body(serve, net, keep_alive):
    gone = threading.Event()

    def handle(connection):
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbeginning")
        connection.wait_for_close()
        gone.set()

    running = Running(net, serve(handle).url, keep_alive=keep_alive)
    assert running.chunk.wait(PATIENCE)
    assert running.cancel() == [Cancelled()]
    assert gone.wait(PATIENCE)
    assert left_over(net) == []


def test_while_a_bomb_unpacks(serve, net, record):
    compressor, zeros = brotli.Compressor(quality=5), bytes(1 << 20)
    bomb = b"".join(compressor.process(zeros) for _ in range(500)) + compressor.finish()
    running = Running(net, serve(record(bomb, "Content-Encoding: br")).url)
    assert running.chunk.wait(PATIENCE)
    assert running.cancel() == [Cancelled()]
    assert left_over(net) == []


def test_a_reader_that_leaves_early_closes_the_connection(serve, net):
    gone = threading.Event()

    def handle(connection):
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbeginning")
        connection.wait_for_close()
        gone.set()

    url = serve(handle).url

    async def look_at_the_head():
        async with aclosing(net.transport.exchange(WireRequest("GET", url))) as events:
            async for event in events:
                if isinstance(event, Head):
                    return event.status
        return None

    assert net.loop.run(look_at_the_head, PATIENCE) == 200
    assert gone.wait(PATIENCE)
    assert left_over(net) == []


class Moody:
    """A server that answers whole, in halves, not at all, or hangs up."""

    PATHS = ("/whole", "/half", "/silent", "/gone")
    ENDING = ("/whole", "/gone")

    def __call__(self, connection):
        while request := connection.request():
            path = request.split()[1].decode()
            if path == "/whole":
                connection.answer(b"x" * 5000)
                continue
            if path == "/half":
                connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n0123456789")
            if path != "/gone":
                connection.wait_for_close()
            return


class Thousand:
    """Counts the endings of a thousand jobs, of which a few run at a time."""

    def __init__(self):
        self.counts, self.kinds = Counter(), Counter()
        self.every = threading.Event()
        self.slots = threading.Semaphore(20)  # the server has a thread for each

    def ended(self, number, ending):
        self.counts[number] += 1
        self.kinds[type(ending)] += 1
        self.slots.release()
        if len(self.counts) == 1000:
            self.every.set()


def let_turn(net, turns):
    """Wait until the loop has turned that often, so that cancels meet every phase."""
    turned = threading.Event()
    for _ in range(turns):
        turned.clear()
        net.loop.call(turned.set)
        turned.wait(PATIENCE)


@pytest.mark.parametrize("secure", [False, True])
def test_one_thousand_randomly_cancelled_requests_end_once_each(serve, net, authority, secure):
    rng, told = random.Random(2), Thousand()
    server = serve(Moody(), authority.context() if secure else None)
    for number in range(1000):
        assert told.slots.acquire(timeout=PATIENCE)
        path = rng.choice(Moody.PATHS)
        wire = WireRequest("GET", server.url + path)
        options = ExchangeOptions(keep_alive=rng.random() < 0.3, tls=authority.setting)
        job = net.loop.start(partial(net.collect, wire, options), partial(told.ended, number))
        if path in Moody.ENDING and rng.random() < 0.3:
            continue  # this one ends by itself
        let_turn(net, rng.choice([0, 1, 5, 20, 60]))
        job.cancel()
    assert told.every.wait(PATIENCE)
    assert set(told.counts.values()) == {1}
    assert len(told.counts) == 1000
    assert told.kinds[Cancelled] > 100
    assert told.kinds[Succeeded] > 10
    assert told.kinds[Failed] > 10
    assert told.kinds.total() == 1000
    assert left_over(net) == []
