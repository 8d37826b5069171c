from __future__ import annotations

from jwt import PyJWK

from k2bench.demo.login.signing_key import SigningKey


def test_the_jwk_is_the_public_half() -> None:
    key = SigningKey.generate()
    jwk = key.public_jwk()
    assert jwk["kid"] == key.id
    assert set(jwk) == {"kty", "use", "kid", "alg", "e", "n"}
    numbers = PyJWK(jwk).key.public_numbers()
    assert numbers == key.private.public_key().public_numbers()
