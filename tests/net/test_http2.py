"""HTTP/2, where the server offers it in the TLS handshake."""

import h2.config
import h2.connection
import h2.events
import pytest

from k2bench.core.problem import WorkbenchError


class Http2:
    """Speaks HTTP/2 on each connection; `answer(h2, stream, headers)` does as it likes."""

    def __init__(self, answer):
        self._answer = answer
        self.requests = []

    def __call__(self, connection):
        if connection.sock.selected_alpn_protocol() != "h2":
            self.requests.append(connection.request())
            connection.answer(b"one")
            return
        side = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        side.initiate_connection()
        connection.send(side.data_to_send())
        while data := connection.sock.recv(65536):
            for event in side.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    self.requests.append(dict(event.headers))
                    self._answer(side, event.stream_id)
            connection.send(side.data_to_send())


def whole(body, *headers):
    def answer(side, stream):
        side.send_headers(stream, [(":status", "200"), *headers])
        for start in range(0, len(body), 16_000):
            side.send_data(stream, body[start : start + 16_000])
        side.end_stream(stream)

    return answer


@pytest.fixture
def speaking(serve, authority):
    """`speaking(answer)` gives a server and its handler."""

    def start(answer):
        handler = Http2(answer)
        return serve(handler, authority.context(alpn=["h2", "http/1.1"])), handler

    return start


def test_an_answer_over_http2(speaking, net, authority):
    server, handler = speaking(whole(b"two" * 5000, ("content-type", "text/plain")))
    answer = net.send(server.url + "/x?$top=1", "POST", body=b"abc", tls=authority.setting)
    assert answer.head.http_version == "HTTP/2"
    assert answer.head.headers == (("content-type", "text/plain"),)
    assert answer.body == b"two" * 5000
    assert answer.end.problem is None
    request = handler.requests[0]
    assert request[b":path"] == b"/x?$top=1"
    assert request[b":authority"] == server.host.encode()
    assert request[b"user-agent"] == b"k2bench/0.1.0"
    assert request[b"content-length"] == b"3"
    assert b"accept" not in request


def test_http1_where_it_was_switched_off(speaking, net, authority):
    server, _ = speaking(whole(b"two"))
    answer = net.send(server.url, tls=authority.setting, http2=False)
    assert (answer.head.http_version, answer.body) == ("HTTP/1.1", b"one")


def test_http1_for_headers_that_http2_forbids(speaking, net, authority):
    server, _ = speaking(whole(b"two"))
    answer = net.send(server.url, headers=[("Connection", "close")], tls=authority.setting)
    assert answer.head.http_version == "HTTP/1.1"


def test_a_kept_connection(speaking, net, authority):
    server, _ = speaking(whole(b"two"))
    for _ in range(3):
        assert net.send(server.url, tls=authority.setting, keep_alive=True).body == b"two"
    assert server.accepted == 1


def test_a_stream_that_is_reset_keeps_what_came(speaking, net, authority):
    def answer(side, stream):
        side.send_headers(stream, [(":status", "200")])
        side.send_data(stream, b"beginning")
        side.reset_stream(stream)

    server, _ = speaking(answer)
    answer = net.send(server.url, tls=authority.setting)
    assert answer.body in (b"beginning", b"")  # the library may see the reset first
    assert answer.end.problem.title == "The answer is cut off"


def test_a_body_that_does_not_fit_its_length_is_told(speaking, net, authority):
    server, _ = speaking(whole(b"two", ("content-length", "99")))
    with pytest.raises(WorkbenchError, match="breaks HTTP/2"):
        net.send(server.url, tls=authority.setting)


def test_a_frame_that_breaks_the_rules(serve, net, authority):
    def handle(connection):
        connection.send(b"\0\0\1\1\4\0\0\0\0x")  # headers for no stream (RFC 9113, 6.2)
        connection.wait_for_close()

    server = serve(handle, authority.context(alpn=["h2"]))
    with pytest.raises(WorkbenchError, match="breaks HTTP/2"):
        net.send(server.url, tls=authority.setting)
