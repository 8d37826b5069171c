"""Reads a JSON Web Token without checking its signature (RFC 7519). Any text is survived."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from k2bench.core.secret import Secret

LONGEST = 4_000_000  # characters; a longer one is treated as opaque


@dataclass(frozen=True, slots=True)
class Jwt:
    """Header and claims of a token; the signature is for `workbench` to verify."""

    header: dict[str, Any]
    claims: dict[str, Any]


def read_jwt(token: Secret) -> Jwt | None:
    """The token's two JSON parts, or None for an opaque one."""
    parts = token.reveal().split(".") if len(token) <= LONGEST else []
    if len(parts) != 3:
        return None
    header, claims = _part(parts[0]), _part(parts[1])
    return Jwt(header, claims) if header is not None and claims is not None else None


def _part(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def scopes_of(claims: dict[str, Any]) -> tuple[str, ...]:
    """`scope` as a tuple: an array in IdentityServer's tokens, a text with blanks in others."""
    scope = claims.get("scope", ())
    items = scope.split() if isinstance(scope, str) else scope
    return tuple(str(item) for item in items) if isinstance(items, list | tuple) else ()
