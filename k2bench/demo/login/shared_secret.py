"""Compares a client secret with its registered hash the way IdentityServer does.

The registered value is what an admin mailed to Nintex; nobody checks its form when it is stored.
So a hash in the wrong encoding never matches, however right the secret is (k2-facts.md, "The
secret's hash").
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

MAX_LENGTH = 100

_WHITESPACE = str.maketrans("", "", " \t\r\n")


def matches(secret: str, registered: str) -> bool:
    """Whether `secret` hashes to the `registered` text, compared as strings, case and all."""
    if not secret or len(secret) > MAX_LENGTH:
        return False
    try:
        # .NET's Convert.FromBase64String skips whitespace and refuses the URL-safe alphabet.
        stored = base64.b64decode(registered.translate(_WHITESPACE), validate=True)
    except binascii.Error:
        return False
    digest = _digest_for(len(stored), secret)
    return digest is not None and hmac.compare_digest(
        base64.b64encode(digest), registered.encode("utf-8")
    )


def _digest_for(stored_length: int, secret: str) -> bytes | None:
    """The length of the stored value decides the algorithm: 32 bytes SHA-256, 64 SHA-512."""
    octets = secret.encode("utf-8")
    if stored_length == hashlib.sha256().digest_size:
        return hashlib.sha256(octets).digest()
    if stored_length == hashlib.sha512().digest_size:
        return hashlib.sha512(octets).digest()
    return None
