"""The paths of the login, under the tenant's GUID."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from k2bench.demo.login.clients import RegisteredClient
from k2bench.demo.login.discovery import (
    DISCOVERY_PATH,
    KEYS_PATH,
    TOKEN_PATH,
    discovery_document,
    key_set,
)
from k2bench.demo.login.token_endpoint import TokenEndpoint
from k2bench.demo.login.token_issuer import TokenIssuer

# Every method reaches the endpoint, because it answers invalid_request itself, not 405.
_ANY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def login_routes(tokens: TokenIssuer, clients: Sequence[RegisteredClient]) -> list[Route]:
    """Discovery, key set and token endpoint."""

    async def discovery(request: Request) -> JSONResponse:
        return JSONResponse(discovery_document(tokens.issuer))

    async def keys(request: Request) -> JSONResponse:
        return JSONResponse(key_set(tokens.key))

    endpoint = TokenEndpoint(tokens, clients)

    async def token(request: Request) -> JSONResponse:
        return await endpoint(request)

    return [
        Route(DISCOVERY_PATH, discovery),
        Route(KEYS_PATH, keys),
        Route(TOKEN_PATH, token, methods=_ANY_METHOD),
    ]
