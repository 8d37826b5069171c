"""The RSA key that signs access tokens, and its public half as a JSON Web Key (RFC 7517)."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

KEY_BITS = 2048


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with the id that tokens name it by."""

    private: RSAPrivateKey
    id: str

    @classmethod
    def generate(cls) -> SigningKey:
        """Makes a fresh key; each start of the tenant has its own, as two tenants would."""
        private = generate_private_key(public_exponent=65537, key_size=KEY_BITS)
        modulus = _base64url_uint(private.public_key().public_numbers().n)
        return cls(private, hashlib.sha256(modulus.encode()).hexdigest()[:32].upper())

    def public_jwk(self) -> dict[str, str | list[str]]:
        """The public key for the JWKS document (RFC 7518 §6.3.1)."""
        numbers = self.private.public_key().public_numbers()
        return {
            "kty": "RSA",
            "use": "sig",
            "kid": self.id,
            "alg": "RS256",
            "e": _base64url_uint(numbers.e),
            "n": _base64url_uint(numbers.n),
        }


def _base64url_uint(value: int) -> str:
    """Base64urlUInt of RFC 7518 §2."""
    octets = value.to_bytes((value.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()
