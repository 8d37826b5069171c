"""The clients that are onboarded at this tenant, each showing one way in or one way to fail."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

API_SCOPE = "https://api.k2.com/"
SCIM_SCOPE = "https://scim.onk2.com/write"

CLIENT_CREDENTIALS = "client_credentials"


@dataclass(frozen=True, slots=True)
class RegisteredClient:
    """A client as the login knows it, plus the secret that only its owner would know.

    Attributes:
        registered_hash: What was mailed to Nintex; the login never looks at `secret`.
        shows: What a person can see with this client.
        opaque_tokens: Whether it gets reference tokens instead of JWTs.
        has_tasks: Whether Workflow REST has tasks for it.
    """

    id: str
    secret: str
    registered_hash: str
    scopes: tuple[str, ...]
    shows: str
    grants: frozenset[str] = frozenset({CLIENT_CREDENTIALS})
    token_lifetime: int = 3600
    opaque_tokens: bool = False
    has_tasks: bool = True


def _base64_sha256(secret: str) -> str:
    return base64.b64encode(hashlib.sha256(secret.encode()).digest()).decode()


def _hex_sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _base64url_sha256(secret: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode()


_ALL = (API_SCOPE, SCIM_SCOPE)

_CONSULTANT = "my secret value I am not sharing"
_ODD = 'p+l&u=s %41 "quoted"; ~50% off/?#'
_HEX = "registered in the wrong encoding"
_BASE64URL = "url safe alphabet 3"  # its hash holds a character that the two alphabets differ in
_OPAQUE = "reference tokens are opaque"
_SHORT = "five seconds are not long"
_NO_SCIM = "no directory for me"
_BROWSER = "only with a browser"
_IDLE = "nothing in my worklist"
_LONG = "a long pass phrase is good advice, but not when the login cuts secrets off at a hundred "
_LONG += "characters without a word"
_NEIGHBOUR = "from the tenant next door"

NEIGHBOUR_GUID = "0d9e8f7a-6b5c-4d3e-8f2a-1b0c9d8e7f6a"

# Not one of CLIENTS: the login of this tenant does not know it.
NEIGHBOUR = RegisteredClient(
    "idt.cc.demo-neighbour",
    _NEIGHBOUR,
    _base64_sha256(_NEIGHBOUR),
    (API_SCOPE,),
    "A client of another tenant: invalid_client here. Its own login, at "
    f"/{NEIGHBOUR_GUID}/connect/token, gives tokens of another issuer, which our APIs refuse.",
)

CLIENTS: tuple[RegisteredClient, ...] = (
    RegisteredClient(
        "idt.cc.demo-consultant",
        _CONSULTANT,
        _base64_sha256(_CONSULTANT),
        _ALL,
        "The everyday client: OData, Workflow REST with tasks, and SCIM.",
    ),
    RegisteredClient(
        "idt.cc.demo-no-tasks",
        _IDLE,
        _base64_sha256(_IDLE),
        (API_SCOPE,),
        "Workflow REST answers 200 with itemCount 0: nothing is assigned to its account.",
        has_tasks=False,
    ),
    RegisteredClient(
        "idt.cc.demo-no-scim",
        _NO_SCIM,
        _base64_sha256(_NO_SCIM),
        (API_SCOPE,),
        "Asking for the SCIM scope ends in invalid_scope.",
    ),
    RegisteredClient(
        "idt.cc.demo-short-lived",
        _SHORT,
        _base64_sha256(_SHORT),
        _ALL,
        "Tokens that expire after 5 seconds, then 401.",
        token_lifetime=5,
    ),
    RegisteredClient(
        "idt.cc.demo-opaque",
        _OPAQUE,
        _base64_sha256(_OPAQUE),
        _ALL,
        "Opaque (reference) tokens: nothing to read in them, expires_in is all there is.",
        opaque_tokens=True,
    ),
    RegisteredClient(
        "idt.cc.demo-odd-secret",
        _ODD,
        _base64_sha256(_ODD),
        (API_SCOPE,),
        "A secret with + & % = and quotes: only exact encoding gets a token.",
    ),
    RegisteredClient(
        "idt.cc.demo-hex-hash",
        _HEX,
        _hex_sha256(_HEX),
        _ALL,
        "invalid_client for ever: the hash was registered in hex.",
    ),
    RegisteredClient(
        "idt.cc.demo-base64url-hash",
        _BASE64URL,
        _base64url_sha256(_BASE64URL),
        _ALL,
        "invalid_client for ever: the hash was registered in base64url.",
    ),
    RegisteredClient(
        "idt.cc.demo-long-secret",
        _LONG,
        _base64_sha256(_LONG),
        _ALL,
        "invalid_client for ever: the secret has over 100 characters.",
    ),
    RegisteredClient(
        "idt.cc.demo-browser-only",
        _BROWSER,
        _base64_sha256(_BROWSER),
        _ALL,
        "unauthorized_client: it was not onboarded for client credentials.",
        grants=frozenset({"authorization_code"}),
    ),
)
