from __future__ import annotations

import socket

import pytest

from k2bench.demo.listening import LAST_PORT, listen_on_loopback


def test_zero_means_any_free_port_on_loopback() -> None:
    with listen_on_loopback(0) as listener:
        address, port = listener.getsockname()
        assert address == "127.0.0.1"
        assert port > 0


def test_the_next_port_is_taken_when_one_is_in_use() -> None:
    with listen_on_loopback(0) as first:
        port = first.getsockname()[1]
        with listen_on_loopback(port) as second:
            assert second.getsockname()[1] > port


def test_there_is_no_port_after_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as holder:
        try:
            holder.bind(("127.0.0.1", LAST_PORT))
            holder.listen()
        except OSError:
            pass  # somebody else holds it, which serves as well
        with pytest.raises(OSError):
            listen_on_loopback(LAST_PORT)


def test_small_answers_are_not_held_back() -> None:
    """asyncio sets TCP_NODELAY only on sockets that name their protocol."""
    with listen_on_loopback(0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
