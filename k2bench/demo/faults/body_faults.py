"""Faults that strike while the body is sent. Each wraps an application for one request."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import sys
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from k2bench.demo.faults.switchboard import Settings

# Time for the client to read what was sent, which a reset would otherwise throw away.
READ_FIRST_SECONDS = 0.05

_LINGER = "hh" if sys.platform == "win32" else "ii"  # struct linger: two shorts on Windows


def reset(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Announces the whole body, sends part of it, and resets the connection (RST)."""

    async def resetting(scope: Scope, receive: Receive, send: Send) -> None:
        start, body = await _collect(app, scope, receive)
        cut = max(0, min(int(settings["bytes"]), len(body) - 1))
        await send(_with_length(start, len(body)))
        await send({"type": "http.response.body", "body": body[:cut], "more_body": True})
        await asyncio.sleep(READ_FIRST_SECONDS)
        _reset_connection(scope["state"]["transport"])

    return resetting


def truncated_gzip(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Compresses the body and leaves its end away, with a length that fits what is sent."""

    async def truncating(scope: Scope, receive: Receive, send: Send) -> None:
        start, body = await _collect(app, scope, receive)
        compressed = gzip.compress(body)
        kept = compressed[: int(len(compressed) * settings["percent"] / 100)]
        message = _with_length(start, len(kept))
        message["headers"] = [*message["headers"], (b"content-encoding", b"gzip")]
        await send(message)
        await send({"type": "http.response.body", "body": kept})

    return truncating


def slow_drip(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Sends the body in small pieces with pauses between them."""

    async def dripping(scope: Scope, receive: Receive, send: Send) -> None:
        start, body = await _collect(app, scope, receive)
        size = max(1, int(settings["bytes"]))
        await send(_with_length(start, len(body)))
        for offset in range(0, len(body), size):
            piece = body[offset : offset + size]
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(settings["seconds"])
        await send({"type": "http.response.body", "body": b""})

    return dripping


BY_KEY: dict[str, Callable[[ASGIApp, Settings], ASGIApp]] = {
    "reset": reset,
    "truncated_gzip": truncated_gzip,
    "slow_drip": slow_drip,
}


async def _collect(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
    """Runs the application; returns its response's start and whole body."""
    start: Message = {}
    body = bytearray()

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            body.extend(message.get("body", b""))

    await app(scope, receive, keep)
    return start, bytes(body)


def _with_length(start: Message, length: int) -> Message:
    others = [pair for pair in start["headers"] if pair[0].lower() != b"content-length"]
    return {**start, "headers": [*others, (b"content-length", str(length).encode())]}


def _reset_connection(transport: asyncio.Transport) -> None:
    """Closes with RST instead of FIN: a linger time of zero throws the send buffer away."""
    connection: socket.socket | None = transport.get_extra_info("socket")
    if connection is not None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
    transport.abort()
