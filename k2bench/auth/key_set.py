"""A login's published keys and which of them may verify a token. No cryptography in here.

Sources: RFC 7517 (keys), RFC 7518, section 3.1 (algorithms), RFC 8725, sections 3.1 and 3.2 (the
algorithm is never taken from the token alone, and must fit the key).
"""

from typing import Any

from k2bench.auth.json_object import UnreadableError, read_object

MOST_KEYS = 100
MOST_TRIED = 10  # keys that are tried for a token that names none

# What a public key consists of; a private part that was published by mistake is not touched.
_PARTS = {"RSA": ("n", "e"), "EC": ("crv", "x", "y"), "OKP": ("crv", "x")}
_CURVES = {"ES256": ("P-256",), "ES384": ("P-384",), "ES512": ("P-521",)}
_EDWARDS = ("Ed25519", "Ed448")
_RSA = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")
ASYMMETRIC = frozenset({*_RSA, *_CURVES, "EdDSA"})


def read_key_set(body: bytes, media_type: str) -> tuple[dict[str, Any], ...]:
    """The keys of a JSON Web Key Set (RFC 7517, section 5), at most 100 of them.

    Raises:
        UnreadableError: it is none.
    """
    keys = read_object(body, media_type).get("keys")
    if not isinstance(keys, list):
        raise UnreadableError("it is JSON, but holds no list of keys")
    return tuple(key for key in keys if isinstance(key, dict))[:MOST_KEYS]


def named(keys: tuple[dict[str, Any], ...], kid: object) -> tuple[dict[str, Any], ...]:
    """The keys with the id that a token names; the first ten when it names none."""
    if not isinstance(kid, str) or not kid:
        return keys[:MOST_TRIED]
    return tuple(key for key in keys if key.get("kid") == kid)[:MOST_TRIED]


def public_part(key: dict[str, Any], algorithm: str) -> dict[str, str] | None:
    """What is needed of `key` to verify with `algorithm`; None when they do not fit.

    A key fits by its type and curve, and by `use` and `alg` where it has them.
    """
    if key.get("use", "sig") != "sig" or key.get("alg", algorithm) != algorithm:
        return None
    kind = str(key.get("kty"))
    if not _fits(kind, key.get("crv"), algorithm):
        return None
    parts = {name: key.get(name) for name in _PARTS[kind]}
    texts = {name: value for name, value in parts.items() if isinstance(value, str)}
    return {"kty": kind, **texts} if len(texts) == len(parts) else None


def _fits(kind: str, curve: object, algorithm: str) -> bool:
    match kind:
        case "RSA":
            return algorithm in _RSA
        case "EC":
            return curve in _CURVES.get(algorithm, ())
        case "OKP":
            return algorithm == "EdDSA" and curve in _EDWARDS
    return False
