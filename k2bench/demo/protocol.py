"""HTTP/1.1 as uvicorn speaks it, with the connection within reach of the application."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol


class ReachableConnection(H11Protocol):
    """Puts the transport into the ASGI scope's state, so that a fault can reset it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Called by asyncio for each new connection."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}
