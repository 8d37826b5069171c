"""Listening sockets on loopback."""

from __future__ import annotations

import errno
import socket
import sys

LOOPBACK = "127.0.0.1"
LAST_PORT = 65_535

# Windows answers WSAEACCES for a port that another process holds exclusively.
_TAKEN = frozenset({errno.EADDRINUSE, errno.EACCES})


def listen_on_loopback(port: int) -> socket.socket:
    """Listens on 127.0.0.1.

    Args:
        port: The port wanted; when it is taken, the next free one above it. 0 means any free one.

    Raises:
        OSError: No port from `port` upwards is free.
    """
    while True:
        # asyncio turns Nagle's algorithm off only for sockets that name their protocol; with it,
        # every small answer takes 40 ms.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform != "win32":
            # On Windows SO_REUSEADDR would let a second process steal the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, port))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if port in (0, LAST_PORT) or error.errno not in _TAKEN:
                raise
            port += 1
        else:
            listener.setblocking(False)
            return listener
