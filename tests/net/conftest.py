"""Real sockets and real TLS: servers that do what a test tells them, each in its threads."""

import contextlib
import socket
import ssl
import threading
from contextlib import aclosing
from dataclasses import dataclass

import pytest
import trustme

from k2bench.core.wire import WireRequest
from k2bench.net.events import Chunk, End, Head
from k2bench.net.loop_thread import LoopThread
from k2bench.net.options import ExchangeOptions
from k2bench.net.tls import TlsSetting
from k2bench.net.transport import Transport

PATIENCE = 20


class Connection:
    """The server's side of one connection."""

    def __init__(self, sock):
        self.sock = sock
        self._buffer = b""

    def request(self):
        """The bytes up to the end of the headers."""
        while b"\r\n\r\n" not in self._buffer:
            data = self.sock.recv(65536)
            if not data:
                return b""
            self._buffer += data
        head, mark, self._buffer = self._buffer.partition(b"\r\n\r\n")
        return head + mark

    def body(self, size):
        while len(self._buffer) < size:
            data = self.sock.recv(65536)
            if not data:
                break
            self._buffer += data
        body, self._buffer = self._buffer[:size], self._buffer[size:]
        return body

    def send(self, *parts):
        for part in parts:
            self.sock.sendall(part)

    def answer(self, body=b"", *headers, status="200 OK"):
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
        self.send("\r\n".join(lines).encode(), body)

    def wait_for_close(self):
        """Until the client goes; gives what it sent meanwhile."""
        came = b""
        with contextlib.suppress(OSError):
            while data := self.sock.recv(65536):
                came += data
        return came


class Server:
    """Calls `handle(connection)` in a thread for each connection."""

    def __init__(self, handle, context=None):
        self._handle = handle
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._threads, self._socks = [], []
        self._closed = False
        self.accepted = 0
        self.errors = []
        self.port = self._listening.getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"{'https' if context else 'http'}://{self.host}"
        self._spawn(self._accept)

    def _spawn(self, target, *args):
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self):
        while True:
            try:
                sock, _ = self._listening.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.accepted += 1
            self._socks.append(sock)
            self._spawn(self._serve, sock)

    def _serve(self, sock):
        try:
            if self._context is not None:
                sock = self._context.wrap_socket(sock, server_side=True)
                self._socks.append(sock)
            with sock:
                self._handle(Connection(sock))
        except OSError as error:
            self.errors.append(error)
        except Exception as error:
            self.errors.append(error)
            raise

    def close(self):
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for sock in self._socks:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()
        for sock in self._socks:
            sock.close()


class Recorder:
    """Answers every request with `body` and keeps what came."""

    def __init__(self, body=b"{}", *headers, status="200 OK"):
        self.requests, self.bodies = [], []
        self._answer = (body, *headers)
        self._status = status

    def __call__(self, connection):
        while request := connection.request():
            self.requests.append(request.decode("ascii"))
            length = _length_in(request)
            self.bodies.append(connection.body(length))
            connection.answer(*self._answer, status=self._status)

    @property
    def lines(self):
        return self.requests[0].split("\r\n")[:-2]


def _length_in(request):
    for line in request.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


@pytest.fixture
def record():
    """`record(body, *headers, status=...)` makes a handler for `serve`."""
    return Recorder


@pytest.fixture
def serve():
    """`serve(handle, context=None)` starts a server; all end with the test."""
    servers = []

    def start(handle, context=None):
        servers.append(Server(handle, context))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@dataclass
class Authority:
    """A certificate authority of the test's own."""

    ca: trustme.CA
    file: str

    def context(self, *names, alpn=()):
        """A server's SSL context with a certificate for `names`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(*(names or ("127.0.0.1",))).configure_cert(context)
        if alpn:
            context.set_alpn_protocols(list(alpn))
        return context

    @property
    def setting(self):
        return TlsSetting(ca_file=self.file)


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    ca = trustme.CA(organization_name="Test Authority")
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return Authority(ca, str(path))


@dataclass
class Answer:
    """Everything one exchange told."""

    head: Head
    body: bytes
    end: End
    largest: int


class Net:
    """A loop with a transport, driven from the test's thread."""

    def __init__(self):
        self.loop = LoopThread()
        self.transport = Transport()

    def send(self, url, method="GET", headers=(), body=b"", **options):
        wire = WireRequest(method, url, tuple(headers), body)
        return self.exchange(wire, **options)

    def exchange(self, wire, **options):
        return self.loop.run(lambda: self.collect(wire, ExchangeOptions(**options)), PATIENCE)

    async def collect(self, wire, options):
        head, end, chunks = None, None, []
        async with aclosing(self.transport.exchange(wire, options)) as events:
            async for event in events:
                if isinstance(event, Head):
                    assert head is None
                    assert not chunks
                    head = event
                elif isinstance(event, Chunk):
                    assert end is None
                    chunks.append(event.data)
                else:
                    end = event
        return Answer(head, b"".join(chunks), end, max(map(len, chunks), default=0))


@pytest.fixture
def net():
    made = Net()
    yield made
    made.loop.run(made.transport.aclose, PATIENCE)
    assert made.loop.close(5)
