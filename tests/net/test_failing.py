"""Exchanges that get no answer: each ends with words that help."""

import socket
import ssl
import struct

import pytest

from k2bench.core.problem import ProblemKind, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.wire import WireRequest
from k2bench.net.tls import TlsSetting


def problem_with(net, url, **options):
    with pytest.raises(WorkbenchError) as caught:
        net.send(url, **options)
    return caught.value.problem


def test_an_unused_port_is_refused(net):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(WorkbenchError) as caught:
        net.send(f"http://127.0.0.1:{port}/secret-path")
    problem = caught.value.problem
    assert problem.kind is ProblemKind.NETWORK
    assert problem.title == f"127.0.0.1:{port} refused the connection"
    assert "secret-path" not in repr(problem)


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


def test_a_name_that_does_not_exist(net, monkeypatch):
    def lookup(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    problem = problem_with(net, "https://nosuch.example/x", trust_env=False)
    assert problem.title == "There is no host named nosuch.example"


def test_a_label_that_no_name_server_takes(net):
    problem = problem_with(net, f"http://{'a' * 70}.example/x", trust_env=False)
    assert problem.kind is ProblemKind.NETWORK


def test_a_server_that_says_nothing_at_the_connection_limit(serve, net):
    server = serve(lambda c: c.wait_for_close())
    problem = problem_with(net, server.url.replace("http", "https") + "/", connect_timeout=0.05)
    assert problem.kind is ProblemKind.TIMEOUT
    assert problem.title == f"{server.host} did not answer within 0.05 s while agreeing on TLS"


def test_a_server_that_says_nothing_at_the_read_limit(serve, net):
    server = serve(lambda c: (c.request(), c.wait_for_close()))
    problem = problem_with(net, server.url + "/", read_timeout=0.05)
    assert problem.title.endswith("did not answer within 0.05 s while waiting for the answer")


def test_a_server_that_leaves_without_an_answer(serve, net):
    server = serve(lambda c: c.request())
    assert "closed the connection without an answer" in problem_with(net, server.url).title


def test_a_server_that_resets(serve, net):
    def reset(connection):
        connection.request()
        linger = struct.pack("ii", 1, 0)
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    assert "broke the connection" in problem_with(net, serve(reset).url).title


@pytest.mark.parametrize(
    "garbage",
    [b"SSH-2.0-OpenSSH_9.2\r\n\r\n", b"\x15\x03\x01\x00\x02\x02\x50", b"HTTP/1.1 abc\r\n\r\n"],
)
def test_a_server_that_speaks_something_else(serve, net, garbage):
    server = serve(lambda c: (c.request(), c.send(garbage)))
    problem = problem_with(net, server.url)
    assert problem.kind is ProblemKind.PROTOCOL
    assert problem.title == f"{server.host} does not speak HTTP"


def test_headers_without_end_are_not_read_without_end(serve, net):
    def flood(connection):
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\n", b"X: " + b"a" * 300_000)

    assert problem_with(net, serve(flood).url).kind is ProblemKind.PROTOCOL


def test_plain_http_where_tls_is_asked_for(serve, net):
    server = serve(lambda c: (c.sock.recv(10), c.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")))
    assert "does not speak TLS" in problem_with(net, server.url.replace("http", "https")).title


def test_a_server_that_closes_in_the_handshake(serve, net):
    server = serve(lambda c: c.sock.recv(10_000))
    problem = problem_with(net, server.url.replace("http", "https"))
    assert "during the TLS handshake" in problem.title


def test_a_certificate_for_another_host(serve, net, authority, record):
    server = serve(record(), authority.context("other.test"))
    problem = problem_with(net, server.url, tls=authority.setting)
    assert problem.title == "The certificate of 127.0.0.1 is not trusted"
    assert "127.0.0.1" in problem.hint


def test_a_certificate_that_cannot_be_seen_again(serve, net, authority):
    context = authority.context()

    def once(connection):
        if server.accepted > 1:
            return
        with pytest.raises(ssl.SSLError):
            context.wrap_socket(connection.sock, server_side=True)

    server = serve(once)
    problem = problem_with(net, server.url.replace("http", "https"))
    assert "could not be read" in problem.hint


def test_a_server_that_wants_a_client_certificate(serve, net, authority):
    context = authority.context()
    context.verify_mode = ssl.CERT_REQUIRED
    authority.ca.configure_trust(context)

    def handle(connection):
        side = context.wrap_socket(connection.sock, server_side=True, do_handshake_on_connect=False)
        with side:
            with pytest.raises(ssl.SSLError):
                side.do_handshake()
            side.shutdown(socket.SHUT_WR)
            while socket.socket.recv(side, 1000):  # unread bytes would reset the connection
                pass

    url = serve(handle).url.replace("http", "https")
    problem = problem_with(net, url, tls=authority.setting)
    assert "wants a client certificate" in problem.title


@pytest.mark.parametrize(
    ("method", "url"), [("GET", "ftp://h/"), ("GET", ""), ("GET x", "http://h/"), ("", "http://h/")]
)
def test_what_cannot_be_sent_is_said_before_a_connection(net, method, url):
    with pytest.raises(WorkbenchError):
        net.send(url, method)


def test_a_ca_file_that_is_missing_is_said(net):
    problem = problem_with(net, "https://127.0.0.1:1/", tls=TlsSetting(ca_file="/nowhere.pem"))
    assert problem.kind is ProblemKind.INPUT
