import json
from typing import Any

import pytest

from k2bench.auth.json_object import UnreadableError
from k2bench.auth.key_set import named, public_part, read_key_set

RSA = {"kty": "RSA", "kid": "1", "n": "nn", "e": "AQAB"}
EC = {"kty": "EC", "kid": "2", "crv": "P-256", "x": "xx", "y": "yy"}


def test_keys_are_read_and_others_left_out() -> None:
    assert read_key_set(json.dumps({"keys": [RSA, 7, None, EC]}).encode(), "") == (RSA, EC)
    assert read_key_set(b'{"keys": []}', "") == ()
    assert len(read_key_set(json.dumps({"keys": [RSA] * 5_000}).encode(), "")) == 100


@pytest.mark.parametrize("body", [b"{}", b'{"keys": {}}', b"[]", b""])
def test_what_is_no_key_set_is_said(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_key_set(body, "")


def test_a_key_is_found_by_its_id() -> None:
    assert named((RSA, EC), "2") == (EC,)
    assert named((RSA, EC), "3") == ()
    for nobody in (None, "", 7, ["1"]):
        assert named((RSA, EC), nobody) == (RSA, EC)


@pytest.mark.parametrize(
    ("key", "algorithm", "fits"),
    [
        (RSA, "RS256", True),
        (RSA, "PS512", True),
        (RSA | {"use": "sig", "alg": "RS256"}, "RS256", True),
        (RSA | {"alg": "RS256"}, "PS256", False),
        (RSA | {"use": "enc"}, "RS256", False),
        (RSA, "ES256", False),
        (RSA, "HS256", False),
        (RSA, "none", False),
        (EC, "ES256", True),
        (EC, "ES384", False),
        (EC | {"crv": ["P-256"]}, "ES256", False),
        (EC | {"x": 7}, "ES256", False),
        ({"kty": "OKP", "crv": "Ed25519", "x": "xx"}, "EdDSA", True),
        ({"kty": "OKP", "crv": "X25519", "x": "xx"}, "EdDSA", False),
        ({"kty": "oct", "k": "secret"}, "HS256", False),
        ({"kty": ["RSA"]}, "RS256", False),
        ({}, "RS256", False),
    ],
)
def test_a_key_must_fit_the_algorithm(key: dict[str, Any], algorithm: str, fits: bool) -> None:
    assert (public_part(key, algorithm) is not None) == fits


def test_a_private_part_is_left_behind() -> None:
    assert public_part(RSA | {"d": "private"}, "RS256") == {"kty": "RSA", "n": "nn", "e": "AQAB"}
