"""The way in to SCIM: the token in the path, the bearer, the body's size, and the wait until the
directory is there.

`ServiceProviderConfig` is open at a path without the token, everything else needs both
(k2-facts.md, SCIM).
"""

from __future__ import annotations

import asyncio
import hmac
from concurrent.futures import Future

from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from k2bench.demo.bearer import SCIM_ACCESS, BearerGuard
from k2bench.demo.login.token_issuer import TokenIssuer

ERROR_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error"
MAX_BODY = 1_000_000
OPEN_PATH = "/scim/v2/ServiceProviderConfig"


class ScimGateway:
    """An ASGI application in front of the directory."""

    def __init__(self, directory: Future[ASGIApp], path_token: str, tokens: TokenIssuer) -> None:
        self._directory = directory
        self._path_token = path_token.encode()
        self._guarded = BearerGuard(self._serve, tokens, SCIM_ACCESS, refuse=scim_refusal)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path == OPEN_PATH:
            await self._serve({**scope, "root_path": "/scim"}, receive, send)
            return
        _, tokens, token, scim, version, *_ = [*path.split("/"), "", "", "", "", ""]
        known = hmac.compare_digest(token.encode(), self._path_token)
        if (tokens, scim, version) != ("tokens", "scim", "v2") or not known:
            answer = scim_refusal(404, "There is no SCIM endpoint at this path.", {})
            await answer(scope, receive, send)
            return
        await self._guarded({**scope, "root_path": f"/tokens/{token}/scim"}, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _read_body(receive)
        if body is None:
            detail = f"The request body is larger than {MAX_BODY} bytes."
            await scim_refusal(413, detail, {})(scope, receive, send)
            return

        async def receive_body() -> Message:
            return {"type": "http.request", "body": body}

        application = await asyncio.wrap_future(self._directory)
        await application(scope, receive_body, send)


async def _read_body(receive: Receive) -> bytes | None:
    """The whole body; None when it is too large."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            return None
        more = message.get("more_body", False)
    return bytes(body)


def scim_refusal(status: int, detail: str, headers: dict[str, str]) -> Response:
    """The error body of RFC 7644 §3.12, whose status is a string."""
    body = {"schemas": [ERROR_SCHEMA], "status": str(status), "detail": detail}
    return JSONResponse(body, status, headers, media_type="application/scim+json")
