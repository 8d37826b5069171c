"""The other origin, to which faults send clients: it notes who comes, and with a token or without.

A client that carries its token here has given it away.
"""

from __future__ import annotations

from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

MAX_VISITS = 1000


class Elsewhere:
    """An ASGI application that answers every request with one row.

    Attributes:
        visits: The requests that came, oldest first.
    """

    def __init__(self) -> None:
        self.visits: list[dict[str, Any]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if len(self.visits) < MAX_VISITS:
            self.visits.append(
                {
                    "method": scope["method"],
                    "path": scope["path"],
                    "authorization": "authorization" in headers,
                    "cookie": "cookie" in headers,
                }
            )
        body = {"value": [{"ID": 0, "Name": "This row comes from another server."}]}
        await JSONResponse(body)(scope, receive, send)
