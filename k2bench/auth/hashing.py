"""The hash that Nintex registers for a secret: exactly IdentityModel's `ToSha256()`.

It does not know who keeps the secret. Facts: `resources/k2-facts.md`, "The secret's hash".
"""

import base64
import binascii
import hashlib
import re
from enum import StrEnum

from k2bench.core.problem import input_error
from k2bench.core.secret import Secret

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_HEX = re.compile(r"[0-9a-fA-F]{64}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{43}=")
_BASE64URL = re.compile(r"[A-Za-z0-9_-]{43}=?")


class HashForm(StrEnum):
    """How a text writes 32 bytes, if it does."""

    BASE64 = "Base64"
    BASE64URL = "Base64url"
    HEX = "hex"


class Comparison(StrEnum):
    """What a registered hash turned out to be beside a secret."""

    MATCH = "match"
    WHITESPACE = "whitespace"  # the right hash with blanks around it or inside
    HEX = "hex"
    BASE64URL = "base64url"
    SECRET_ITSELF = "secret_itself"
    SHA512 = "sha512"
    ANOTHER_SECRET = "another_secret"
    NOT_A_HASH = "not_a_hash"


def utf8(text: str) -> bytes:
    """UTF-8 as .NET writes it: a lone surrogate becomes U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text).encode()


def _digest(secret: Secret) -> bytes:
    if not secret.reveal().strip():
        # ToSha256() answers an empty text here without an error, and that text could be mailed.
        raise input_error("There is nothing to hash", "Enter the secret first.", "Secret")
    return hashlib.sha256(utf8(secret.reveal())).digest()


def secret_hash(secret: Secret) -> str:
    """Padded standard Base64 of the SHA-256 of the UTF-8 bytes: 44 characters, the last a `=`.

    The secret is not trimmed.

    Raises:
        WorkbenchError: the secret is empty or blank.
    """
    return base64.b64encode(_digest(secret)).decode()


def hex_hash(secret: Secret) -> str:
    """The same digest in 64 hex digits: what Nintex must not be sent.

    Raises:
        WorkbenchError: the secret is empty or blank.
    """
    return _digest(secret).hex()


def hash_form(text: str) -> HashForm | None:
    """Which way of writing a SHA-256 `text` has the shape of, if any."""
    if _HEX.fullmatch(text):
        return HashForm.HEX
    if _BASE64.fullmatch(text):
        return HashForm.BASE64
    return HashForm.BASE64URL if _BASE64URL.fullmatch(text) else None


def compare(secret: Secret, registered: str) -> Comparison:
    """What `registered` (a hash that was sent to Nintex) is beside the hash of `secret`.

    Raises:
        WorkbenchError: the secret is empty or blank.
    """
    digest = _digest(secret)
    standard = base64.b64encode(digest).decode()
    urlsafe = base64.urlsafe_b64encode(digest).decode()
    squeezed = "".join(registered.split())
    if squeezed == standard:
        return Comparison.MATCH if registered == standard else Comparison.WHITESPACE
    if squeezed.lower() == digest.hex():
        return Comparison.HEX
    if squeezed.rstrip("=") in (urlsafe.rstrip("="), standard.rstrip("=")):
        return Comparison.BASE64URL
    if registered == secret.reveal():
        return Comparison.SECRET_ITSELF
    return _foreign(secret, squeezed)


def _foreign(secret: Secret, registered: str) -> Comparison:
    sha512 = hashlib.sha512(utf8(secret.reveal())).digest()
    try:
        decoded = base64.b64decode(registered, validate=True)
    except (binascii.Error, ValueError):
        decoded = b""
    if decoded == sha512:
        return Comparison.SHA512
    return Comparison.ANOTHER_SECRET if hash_form(registered) else Comparison.NOT_A_HASH
