"""Issues access tokens and reads back those that it issued."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import jwt

from k2bench.demo.clock import Clock
from k2bench.demo.login.clients import SCIM_SCOPE, RegisteredClient
from k2bench.demo.login.signing_key import SigningKey

ALGORITHM = "RS256"

SCIM_AUDIENCE = "https://scim.onk2.com/"


class InvalidTokenError(Exception):
    """A token that this tenant did not issue, or no longer honours. Its text is the reason."""


@dataclass(frozen=True, slots=True)
class TokenIssuer:
    """Makes JWTs and opaque tokens for one issuer.

    Attributes:
        issuer: The authority, without a trailing slash.
    """

    issuer: str
    key: SigningKey
    clock: Clock
    _references: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def api_audience(self) -> str:
        """IdentityServer's static audience, which every token of this issuer carries."""
        return f"{self.issuer}/resources"

    def issue(self, client: RegisteredClient, scopes: Sequence[str]) -> str:
        """A new access token for `client`, opaque when the client is set up for that."""
        claims = self._claims(client, scopes)
        if client.opaque_tokens:
            reference = secrets.token_hex(32).upper()
            self._references[reference] = claims
            return reference
        headers = {"kid": self.key.id, "typ": "at+jwt"}
        return jwt.encode(claims, self.key.private, ALGORITHM, headers=headers)

    def read(self, token: str) -> dict[str, Any]:
        """The claims of a token that is genuine, of this issuer, and not expired.

        Raises:
            InvalidTokenError: It is none of these.
        """
        claims = self._references.get(token) or self._verified(token)
        if claims["iss"] != self.issuer:
            raise InvalidTokenError(f"The issuer '{claims['iss']}' is invalid")
        now = self.clock.now()
        if claims["nbf"] > now + 1:
            raise InvalidTokenError("The token is not valid yet")
        if claims["exp"] <= now:
            raise InvalidTokenError("The token is expired")
        return claims

    def _claims(self, client: RegisteredClient, scopes: Sequence[str]) -> dict[str, Any]:
        now = int(self.clock.now())
        audiences = [self.api_audience]
        if SCIM_SCOPE in scopes:
            audiences.append(SCIM_AUDIENCE)
        return {
            "iss": self.issuer,
            "nbf": now,
            "iat": now,
            "exp": now + client.token_lifetime,
            "aud": audiences if len(audiences) > 1 else audiences[0],
            "scope": list(scopes),
            "client_id": client.id,
            "jti": secrets.token_hex(16).upper(),
        }

    def _verified(self, token: str) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                self.key.private.public_key(),
                [ALGORITHM],
                # Times are compared with the tenant's clock in `read`, not with the machine's.
                options={
                    "require": ["iss", "nbf", "exp", "aud", "client_id"],
                    "verify_aud": False,
                    "verify_exp": False,
                    "verify_nbf": False,
                    "verify_iat": False,
                },
            )
        except jwt.InvalidSignatureError:
            raise InvalidTokenError("The signature is invalid") from None
        except jwt.InvalidTokenError:
            raise InvalidTokenError("The token is malformed") from None
