import pytest

from k2bench.auth.hashing import hex_hash, secret_hash
from k2bench.auth.secret_advice import advice_on, looks_like_hash
from k2bench.core.secret import Secret


def test_a_hash_is_not_a_secret() -> None:
    assert "44 characters" in looks_like_hash(Secret(secret_hash(Secret("secret"))))
    assert "64 hex" in looks_like_hash(Secret(hex_hash(Secret("secret"))))
    assert "Base64url" in looks_like_hash(Secret("_" * 43 + "="))
    assert looks_like_hash(Secret("a" * 43)) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" secret", "blank"),
        ("secret\n", "line break"),
        ("x" * 101, "101 characters"),
        ("sécrét", "not ASCII"),
        ("se\tcret", "control"),
        ("A" * 43 + "=", "looks like the hash"),
    ],
)
def test_each_trap_is_said(text: str, words: str) -> None:
    assert any(words in advice for advice in advice_on(Secret(text)))


def test_a_good_secret_needs_no_advice() -> None:
    assert advice_on(Secret("x" * 100)) == ()
