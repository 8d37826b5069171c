import base64
import hashlib
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.hashing import Comparison, HashForm, compare, hash_form, hex_hash, secret_hash
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret

VECTORS = {
    "my secret value I am not sharing": "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0=",
    "secret": "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=",
    "password": "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
    "secret ": "w09jrl2x+dXv+fF0YX/SHP3YRQ0iQy6sDbM0yAw1U3A=",
    "sécrét": "Zi0cJye4bq7T0qQvhouBk59cUm2oeTNXyKOMsrGB7TA=",
}


@pytest.mark.parametrize(("text", "expected"), VECTORS.items())
def test_known_hashes(text: str, expected: str) -> None:
    assert secret_hash(Secret(text)) == expected


@pytest.mark.parametrize("blank", ["", " ", "\t\r\n", "\u00a0"])
def test_a_blank_secret_is_refused(blank: str) -> None:
    with pytest.raises(WorkbenchError, match="nothing to hash"):
        secret_hash(Secret(blank))


@given(st.text(min_size=1).filter(str.strip))
def test_the_shape_never_varies(text: str) -> None:
    value = secret_hash(Secret(text))
    assert len(value) == 44
    assert value.endswith("=")
    assert hash_form(value) is HashForm.BASE64
    assert base64.b64decode(value).hex() == hex_hash(Secret(text))


def test_a_lone_surrogate_is_hashed_as_dotnet_does() -> None:
    assert secret_hash(Secret("a\ud800")) == secret_hash(Secret("a\ufffd"))


def test_openssl_agrees() -> None:
    command = 'printf %s "$1" | openssl dgst -sha256 -binary | openssl base64'
    for text in ("my secret value I am not sharing", "p@ss'w\"ord$1"):
        done = subprocess.run(
            ["sh", "-c", command, "sh", text], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == secret_hash(Secret(text))


def test_what_was_sent_is_recognised() -> None:
    secret = Secret("my secret value I am not sharing")
    right = secret_hash(secret)
    digest = hashlib.sha256(b"my secret value I am not sharing").digest()
    sha512 = base64.b64encode(hashlib.sha512(b"my secret value I am not sharing").digest())
    for registered, expected in {
        right: Comparison.MATCH,
        f" {right}\n": Comparison.WHITESPACE,
        digest.hex(): Comparison.HEX,
        digest.hex().upper(): Comparison.HEX,
        base64.urlsafe_b64encode(digest).decode(): Comparison.BASE64URL,
        right.rstrip("="): Comparison.BASE64URL,
        secret.reveal(): Comparison.SECRET_ITSELF,
        sha512.decode(): Comparison.SHA512,
        VECTORS["password"]: Comparison.ANOTHER_SECRET,
        hashlib.sha256(b"other").hexdigest(): Comparison.ANOTHER_SECRET,
        "hello": Comparison.NOT_A_HASH,
        "": Comparison.NOT_A_HASH,
    }.items():
        assert compare(secret, registered) is expected
