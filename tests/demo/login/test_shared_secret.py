"""The rules of k2-facts.md, "The secret's hash"."""

from __future__ import annotations

import base64
import hashlib

import pytest

from k2bench.demo.login import shared_secret

VECTORS = [
    ("my secret value I am not sharing", "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="),
    ("secret", "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols="),
    ("password", "XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg="),
    ("secret ", "w09jrl2x+dXv+fF0YX/SHP3YRQ0iQy6sDbM0yAw1U3A="),
    ("s\u00e9cr\u00e9t", "Zi0cJye4bq7T0qQvhouBk59cUm2oeTNXyKOMsrGB7TA="),
]


@pytest.mark.parametrize(("secret", "registered"), VECTORS)
def test_the_padded_base64_of_sha256_matches(secret: str, registered: str) -> None:
    assert shared_secret.matches(secret, registered)
    assert not shared_secret.matches(secret + "\n", registered)


def test_sha512_is_told_by_its_length() -> None:
    registered = base64.b64encode(hashlib.sha512(b"secret").digest()).decode()
    assert shared_secret.matches("secret", registered)


@pytest.mark.parametrize(
    "registered",
    [
        hashlib.sha256(b"secret").hexdigest(),
        hashlib.sha256(b"secret").hexdigest().upper(),
        base64.b64encode(hashlib.sha256(b"secret").digest()).decode().rstrip("="),
        " K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=",
        "K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=\r\n",
        base64.urlsafe_b64encode(hashlib.sha256(b"secret").digest()).decode(),
        "k7gnu3sdo+ol0wnhqovwhr3g6s1xyv72ol/pe/unols=",
        "",
        "nonsense",
    ],
)
def test_any_other_form_never_matches(registered: str) -> None:
    assert not shared_secret.matches("secret", registered)


def test_the_hash_as_the_secret_does_not_match() -> None:
    registered = VECTORS[1][1]
    assert not shared_secret.matches(registered, registered)


def test_blank_and_over_long_secrets_do_not_match() -> None:
    long = "x" * 101
    assert not shared_secret.matches("", base64.b64encode(hashlib.sha256(b"").digest()).decode())
    digest = base64.b64encode(hashlib.sha256(long.encode()).digest()).decode()
    assert not shared_secret.matches(long, digest)
