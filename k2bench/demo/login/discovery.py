"""The discovery document and the key set (OpenID Connect Discovery 1.0 §3, RFC 7517 §5)."""

from __future__ import annotations

from typing import Any

from k2bench.demo.login.clients import API_SCOPE, CLIENT_CREDENTIALS
from k2bench.demo.login.signing_key import SigningKey

DISCOVERY_PATH = "/.well-known/openid-configuration"
KEYS_PATH = "/.well-known/openid-configuration/jwks"
TOKEN_PATH = "/connect/token"


def discovery_document(issuer: str) -> dict[str, Any]:
    """What the tenant tells about itself.

    The SCIM scope is left out on purpose: a scope may be hidden, so its absence proves nothing
    (k2-facts.md, token endpoint).
    """
    return {
        "issuer": issuer,
        "jwks_uri": issuer + KEYS_PATH,
        "authorization_endpoint": issuer + "/connect/authorize",
        "token_endpoint": issuer + TOKEN_PATH,
        "scopes_supported": ["openid", "profile", API_SCOPE, "offline_access"],
        "claims_supported": ["sub"],
        "grant_types_supported": ["authorization_code", CLIENT_CREDENTIALS, "refresh_token"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["form_post", "query", "fragment"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "subject_types_supported": ["public"],
        "code_challenge_methods_supported": ["plain", "S256"],
    }


def key_set(key: SigningKey) -> dict[str, Any]:
    """The public keys that tokens of this tenant verify with."""
    return {"keys": [key.public_jwk()]}
