"""Connections kept for the next page."""

import socket
import threading

import pytest

from k2bench.core.problem import WorkbenchError


def test_a_kept_connection_serves_the_next_exchange(serve, net, record):
    server = serve(record(b"x"))
    first = net.send(server.url + "/1", keep_alive=True)
    second = net.send(server.url + "/2", keep_alive=True)
    assert server.accepted == 1
    assert first.end.timings.connect is not None
    assert second.end.timings.connect is None
    net.send(server.url + "/3")
    assert server.accepted == 2


def test_a_kept_connection_that_the_server_closed_is_replaced(serve, net):
    closed = threading.Event()

    def handle(connection):
        connection.request()
        connection.answer(b"x")
        if server.accepted == 1:
            connection.sock.shutdown(socket.SHUT_RDWR)
            closed.set()
        else:
            connection.wait_for_close()

    server = serve(handle)
    net.send(server.url, keep_alive=True)
    assert closed.wait(20)
    assert net.send(server.url, keep_alive=True).body == b"x"
    assert server.accepted == 2


@pytest.mark.parametrize(("method", "again"), [("GET", True), ("POST", False)])
def test_only_a_safe_request_is_sent_twice(serve, net, method, again):
    def handle(connection):
        connection.request()
        connection.answer(b"x")
        if server.accepted == 1:
            connection.request()  # and go without an answer
        else:
            connection.wait_for_close()

    server = serve(handle)
    net.send(server.url, keep_alive=True)
    if again:
        assert net.send(server.url, method, keep_alive=True).body == b"x"
    else:
        with pytest.raises(WorkbenchError):
            net.send(server.url, method, keep_alive=True)
    assert server.accepted == 1 + again


def test_a_client_whose_answer_was_broken_is_not_kept(serve, net, record):
    server = serve(record(bytes(1000)))
    net.send(server.url, keep_alive=True, max_decoded_bytes=10)
    net.send(server.url, keep_alive=True)
    assert server.accepted == 2
