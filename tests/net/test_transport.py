"""One exchange over real sockets: what goes out, what comes back, and what a failure says."""

import socket

import pytest

from k2bench.core.problem import ProblemKind, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.url import finished
from k2bench.core.wire import WireRequest


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


def test_an_answer_comes_as_head_chunks_and_end(serve, net):
    recorder = Recorder(
        b'{"value":[]}', "Content-Type: application/json", "x-TRACE: a", "X-Trace: b"
    )
    answer = net.send(serve(recorder).url + "/api")
    assert (answer.head.status, answer.head.reason) == (200, "OK")
    assert answer.head.http_version == "HTTP/1.1"
    assert answer.head.headers == (
        ("Content-Length", "12"),
        ("Content-Type", "application/json"),
        ("x-TRACE", "a"),
        ("X-Trace", "b"),
    )
    assert answer.body == b'{"value":[]}'
    assert (answer.end.wire_bytes, answer.end.decoded_bytes) == (12, 12)
    assert answer.end.problem is None
    assert answer.head.tls is None


@pytest.mark.parametrize(
    "target",
    [
        "/api/odatav4/v4/Orders?$filter=Name%20eq%20'O''Neil'&$top=20",
        "/Orders(1)/Lines(Key='a%2Fb',Other=2);v=1?$select=A,B",
        "/a/../b/./c//d?x=[1]&y=%5B1%5D",
        "/?",
        "/x?a=1?b=2",
        "/%7e%C3%bc?q=%2b+%2B&lower=%2f",
        "/x?" + "a" * 70_000,
    ],
)
def test_the_request_line_is_the_finished_url_byte_for_byte(serve, net, target):
    recorder = Recorder()
    server = serve(recorder)
    url = server.url + target
    assert finished(url) == url
    net.send(url)
    assert recorder.lines[0] == f"GET {target} HTTP/1.1"


def test_only_chosen_headers_go_out(serve, net):
    recorder = Recorder()
    server = serve(recorder)
    answer = net.send(
        server.url + "/",
        headers=[("accept", "application/json"), ("Authorization", Secret("Bearer abc"))],
    )
    assert recorder.lines[1:] == [
        f"Host: {server.host}",
        "User-Agent: k2bench/0.1.0",
        "Accept-Encoding: gzip, deflate, br",
        "accept: application/json",
        "Authorization: Bearer abc",
    ]
    assert answer.head.sent == (
        ("Host", server.host),
        ("User-Agent", "k2bench/0.1.0"),
        ("Accept-Encoding", "gzip, deflate, br"),
        ("accept", "application/json"),
        ("Authorization", "****"),
    )


def test_a_body_goes_out_with_its_length(serve, net):
    recorder = Recorder()
    server = serve(recorder)
    body = bytes(range(256)) * 5000
    net.send(server.url + "/", "POST", [("Content-Type", "x/y")], body)
    assert recorder.lines[-1] == f"Content-Length: {len(body)}"
    assert recorder.bodies == [body]


def test_an_unused_port_is_refused(net):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(WorkbenchError) as caught:
        net.send(f"http://127.0.0.1:{port}/secret-path")
    problem = caught.value.problem
    assert problem.kind is ProblemKind.NETWORK
    assert problem.title == f"127.0.0.1:{port} refused the connection"
    assert "secret-path" not in repr(problem)


def test_tls_says_what_it_agreed_on(serve, net, authority):
    server = serve(Recorder(b"hello"), authority.context())
    answer = net.send(server.url + "/", tls=authority.setting)
    assert answer.body == b"hello"
    assert answer.head.tls.version == "TLSv1.3"
    assert "Test Authority" in answer.head.tls.issuer
    assert answer.head.tls.not_after.endswith("UTC")


def test_an_unknown_issuer_is_named_and_nothing_is_sent(serve, net, authority):
    came = []
    server = serve(lambda c: came.append(c.wait_for_close()), authority.context())
    wire = WireRequest("GET", server.url + "/", (("Authorization", Secret("Bearer abc")),))
    with pytest.raises(WorkbenchError) as caught:
        net.exchange(wire)
    problem = caught.value.problem
    assert problem.title == "The certificate of 127.0.0.1 is not trusted"
    assert "Test Authority" in problem.hint
    server.close()
    assert came == [b""]
