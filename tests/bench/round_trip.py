"""A token and 20 rows without a window, and how soon the window is idle after a cancel.

The demo tenant runs in a process of its own; the servers that never answer are in this one.
"""

from __future__ import annotations

import asyncio
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from PySide6.QtWidgets import QApplication

from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.store.places import Places
from k2bench.ui.bridge import Bridge
from k2bench.workbench.demo_tenant import DemoAddresses
from k2bench.workbench.planning import Plan
from k2bench.workbench.session import Session
from tests.bench.heartbeat import Heartbeat
from tests.bench.table import Row

RUNS = 101
CANCELS = 11
ROWS = "/EmployeeSample?$top=20"
BEGUN = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 1000
PATIENCE = 20.0


class Silent:
    """A server that takes one request at a time and does not answer it, or not to its end.

    Args:
        answer: sent when a request came.
        deaf: accept nothing: connecting to it does not end.
    """

    def __init__(self, answer: bytes = b"", deaf: bool = False) -> None:
        self.heard = threading.Event()
        self._answer, self._deaf = answer, deaf
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=0 if deaf else 100)
        self.port = self._socket.getsockname()[1]
        self._crowd: list[socket.socket] = []
        if deaf:
            self._fill()
        else:
            threading.Thread(target=self._serve, daemon=True).start()

    def _fill(self) -> None:
        """Fill the queue of connections, so that the next one waits."""
        for _ in range(3):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", self.port))
            self._crowd.append(one)
        self.heard.set()

    def expect(self) -> None:
        """Another request comes. Whoever knocks at a deaf server is heard of at once."""
        if not self._deaf:
            self.heard.clear()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # closed
                return
            self._crowd.append(connection)
            if connection.recv(100_000):
                connection.sendall(self._answer)
                self.heard.set()

    def close(self) -> None:
        """Close everything."""
        for one in (self._socket, *self._crowd):
            one.close()


def bench() -> list[Row]:
    """The rows of performance.md for requests."""
    app = QApplication([])
    folder = Path(tempfile.mkdtemp(prefix="k2bench-bench-"))
    session = Session(Places(folder / "config", folder / "cache"))
    try:
        addresses = session.loop.run(session.open_demo)
        session.warm_up()
        rows = [token_and_rows(session, addresses), *cancels(session)]
    finally:
        session.close()
    app.quit()
    return rows


def token_and_rows(session: Session, addresses: DemoAddresses, runs: int = RUNS) -> Row:
    """Our way in turn with the two clients, so that both meet the same machine."""
    pairs = [
        (
            session.loop.run(lambda: _ours(session, addresses.environment())),
            session.loop.run(lambda: _plain(addresses)),
        )
        for _ in range(runs)
    ]
    ours, plain = (statistics.median(times) * 1e3 for times in zip(*pairs, strict=True))
    figures = f"ours {ours:.1f} ms, two AsyncClients {plain:.1f} ms"
    return Row("token and GET of 20 rows", ours / plain, 1.5, "x", figures)


async def _ours(session: Session, environment: Environment) -> float:
    started = time.perf_counter()
    plan = await session.preparer.prepare(RequestSpec("GET", "{{odata}}" + ROWS), environment)
    assert isinstance(plan, Plan)
    answer = await session.sender.send(plan)
    took = time.perf_counter() - started
    assert answer.snapshot.status == 200
    assert answer.token is not None
    session.tokens.refuse(answer.token)  # the next one has to ask again
    return took


async def _plain(addresses: DemoAddresses) -> float:
    client = addresses.clients[0]
    started = time.perf_counter()
    asked = {
        "grant_type": "client_credentials",
        "client_id": client.id,
        "client_secret": client.secret.reveal(),
        "scope": client.scopes[0],
    }
    async with httpx.AsyncClient(verify=False) as http:  # plain HTTP: no SSL context to make
        token = (await http.post(addresses.token_url, data=asked)).json()["access_token"]
    async with httpx.AsyncClient(verify=False) as http:
        bearer = {"Authorization": f"Bearer {token}"}
        answer = await http.get(addresses.odata + ROWS, headers=bearer)
    took = time.perf_counter() - started
    assert answer.status_code == 200
    return took


def cancels(session: Session, runs: int = CANCELS) -> list[Row]:
    """One row for each phase that a request can be cancelled in; the worst of some."""
    phases: dict[str, tuple[str, Callable[[], Silent]]] = {
        "connecting": ("http", lambda: Silent(deaf=True)),
        "TLS handshake": ("https", Silent),
        "waiting for headers": ("http", Silent),
        "amid the body": ("http", lambda: Silent(BEGUN)),
    }
    bridge, rows = Bridge(session), []
    for name, (scheme, serve) in phases.items():
        server = serve()
        url, took = f"{scheme}://127.0.0.1:{server.port}/", []
        for _ in range(runs):
            took.append(cancelled(session, bridge, url, server))
        server.close()
        figures = f"worst of {runs}, median {statistics.median(took) * 1e3:.1f} ms"
        rows.append(Row(f"cancel, {name}", max(took) * 1e3, 50, "ms", figures))
    return rows


def cancelled(session: Session, bridge: Bridge, url: str, server: Silent) -> float:
    """Seconds from the cancel, which comes once the server heard of it, to an idle window."""
    ended: list[float] = []
    server.expect()

    async def send() -> None:
        plan = await session.preparer.prepare(RequestSpec("GET", url), Environment("e", "E"))
        assert isinstance(plan, Plan)
        await session.sender.send(plan)

    def over(*_: object) -> None:
        ended.append(time.perf_counter())

    with Heartbeat() as beat:
        running = bridge.start(lambda _: send(), _unexpected, _unexpected, over)
        beat.run_until(server.heard.is_set, PATIENCE)
        session.loop.run(lambda: asyncio.sleep(0.02))  # the client, too, is where the server is
        started = time.perf_counter()
        running.cancel()
        beat.run_until(lambda: bool(ended), PATIENCE)
    return ended[0] - started


def _unexpected(result: object) -> None:
    raise AssertionError(f"not cancelled: {result}")
