import pytest

from k2bench.auth.hashing import hex_hash, secret_hash
from k2bench.auth.ticket import ticket_text
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret

SECRET = Secret("my secret value I am not sharing")
HASH = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="


def test_a_ticket_holds_the_hash_on_a_line_of_its_own() -> None:
    text = ticket_text("https://acme.onk2.com/Management/?x=1", HASH, wants_scim=False)
    assert HASH in text.splitlines()
    assert "Environment: https://acme.onk2.com\n" in text
    assert text.startswith("Subject: Client Credentials Flow for https://acme.onk2.com\n")
    assert "https://api.k2.com/" in text
    assert "SCIM" not in text
    assert SECRET.reveal() not in text


def test_scim_is_asked_for_when_wanted() -> None:
    text = ticket_text("Acme\nTest", HASH, wants_scim=True)
    assert "https://scim.onk2.com/write" in text
    assert "Environment: Acme Test\n" in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SECRET.reveal(), "Never send the secret"),
        ("", "44 characters"),
        (hex_hash(SECRET), "hex"),
        (HASH.replace("/", "_").replace("+", "-"), "Base64url"),
        (HASH + "\n", "44 characters"),
        (f" {HASH}", "44 characters"),
        (HASH[:-2] + "1=", "mistyped"),
        ("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "nothing"),
    ],
)
def test_what_is_not_the_right_hash_is_refused(text: str, words: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        ticket_text("Acme", text, wants_scim=False)
    assert words in caught.value.problem.hint
    assert SECRET.reveal() not in str(caught.value)


def test_the_hash_of_any_secret_is_right() -> None:
    for text in ("a", "ü", "x" * 200):
        assert ticket_text("Acme", secret_hash(Secret(text)), wants_scim=False)


def test_a_ticket_needs_an_environment() -> None:
    with pytest.raises(WorkbenchError, match="names no environment"):
        ticket_text(" ", HASH, wants_scim=False)
