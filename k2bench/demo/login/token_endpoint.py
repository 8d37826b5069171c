"""The token endpoint: client credentials in, an access token out (RFC 6749 §4.4).

The order of the checks and the bare error bodies are IdentityServer's (k2-facts.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse

from k2bench.demo.login.client_authentication import authenticate
from k2bench.demo.login.clients import API_SCOPE, CLIENT_CREDENTIALS, SCIM_SCOPE, RegisteredClient
from k2bench.demo.login.token_issuer import TokenIssuer

KNOWN_GRANTS = frozenset({CLIENT_CREDENTIALS, "authorization_code", "refresh_token", "implicit"})
KNOWN_SCOPES = frozenset({API_SCOPE, SCIM_SCOPE})
MAX_BODY = 1_000_000
MAX_SCOPE = 300

NO_STORE = {"Cache-Control": "no-store, no-cache, max-age=0", "Pragma": "no-cache"}


class _Refused(Exception):
    """A token request that is refused; its text is the OAuth error code."""


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """Answers POST requests at `connect/token`."""

    tokens: TokenIssuer
    clients: Sequence[RegisteredClient]

    async def __call__(self, request: Request) -> JSONResponse:
        """Every refusal is 400 with nothing but the error code, never 401."""
        try:
            form = await _read_form(request)
            client = authenticate(request.headers.get("authorization"), form, self.clients)
            if client is None:
                raise _Refused("invalid_client")
            _check_grant(form.get("grant_type", ""), client)
            scopes = _granted_scopes(form.get("scope", ""), client)
        except _Refused as refusal:
            return JSONResponse({"error": str(refusal)}, status_code=400, headers=NO_STORE)
        return JSONResponse(
            {
                "access_token": self.tokens.issue(client, scopes),
                "expires_in": client.token_lifetime,
                "token_type": "Bearer",
                "scope": " ".join(scopes),
            },
            headers=NO_STORE,
        )


async def _read_form(request: Request) -> dict[str, str]:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method != "POST" or media_type != "application/x-www-form-urlencoded":
        raise _Refused("invalid_request")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise _Refused("invalid_request")
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:
        raise _Refused("invalid_request") from None
    return dict(pairs)


def _check_grant(grant: str, client: RegisteredClient) -> None:
    if grant not in KNOWN_GRANTS:
        raise _Refused("unsupported_grant_type")
    if grant not in client.grants or grant != CLIENT_CREDENTIALS:
        raise _Refused("unauthorized_client")


def _granted_scopes(requested: str, client: RegisteredClient) -> tuple[str, ...]:
    """The scopes asked for, exact and case-sensitive; all allowed ones when none is asked for."""
    if len(requested) > MAX_SCOPE:
        raise _Refused("invalid_scope")
    scopes = tuple(dict.fromkeys(requested.split()))
    if any(scope not in KNOWN_SCOPES or scope not in client.scopes for scope in scopes):
        raise _Refused("invalid_scope")
    return scopes or client.scopes
