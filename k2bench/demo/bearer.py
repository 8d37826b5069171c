"""The guard in front of each API: is this bearer token genuine, meant for us, and sufficient?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from k2bench.demo.login.clients import API_SCOPE, SCIM_SCOPE
from k2bench.demo.login.token_issuer import SCIM_AUDIENCE, InvalidTokenError, TokenIssuer


@dataclass(frozen=True, slots=True)
class Access:
    """What an API demands of a token.

    Attributes:
        audience: None stands for the issuer's static audience.
    """

    audience: str | None
    scope: str


API_ACCESS = Access(audience=None, scope=API_SCOPE)
SCIM_ACCESS = Access(audience=SCIM_AUDIENCE, scope=SCIM_SCOPE)


Refuse = Callable[[int, str, dict[str, str]], Response]


def bare_refusal(status: int, _detail: str, headers: dict[str, str]) -> Response:
    """ASP.NET's: headers only."""
    return Response(status_code=status, headers=headers)


class BearerGuard:
    """Lets a request through to `app`, with the token's claims in its scope, or refuses it.

    Refusals are those of RFC 6750 §3: 401 with a challenge, 403 for a token without the scope.
    """

    def __init__(
        self, app: ASGIApp, tokens: TokenIssuer, access: Access, refuse: Refuse = bare_refusal
    ) -> None:
        self._app = app
        self._tokens = tokens
        self._access = access
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer: ASGIApp
        scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            answer = self._challenge(401, "A bearer token is required", "Bearer")
        else:
            answer = self._check(scope, token.strip())
        await answer(scope, receive, send)

    def _check(self, scope: Scope, token: str) -> ASGIApp:
        try:
            claims = self._tokens.read(token)
        except InvalidTokenError as error:
            return self._invalid_token(str(error))
        audience = self._access.audience or self._tokens.api_audience
        if audience not in _as_list(claims["aud"]):
            return self._invalid_token(f"The audience '{claims['aud']}' is invalid")
        if self._access.scope not in _as_list(claims["scope"]):
            challenge = f'Bearer error="insufficient_scope", scope="{self._access.scope}"'
            return self._challenge(403, f"The scope '{self._access.scope}' is required", challenge)
        scope["claims"] = claims
        return self._app

    def _invalid_token(self, description: str) -> Response:
        quoted = description.replace('"', "'")
        challenge = f'Bearer error="invalid_token", error_description="{quoted}"'
        return self._challenge(401, description, challenge)

    def _challenge(self, status: int, detail: str, challenge: str) -> Response:
        return self._refuse(status, detail, {"WWW-Authenticate": challenge})


def _as_list(claim: Any) -> list[str]:
    return [claim] if isinstance(claim, str) else list(claim)
