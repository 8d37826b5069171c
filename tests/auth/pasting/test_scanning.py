import pytest

from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.scanning import scan, scan_hash

URL = "https://login.onk2.com/0b2c/connect/token"
HASH = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="


@pytest.mark.parametrize(
    "text",
    [
        *("{}", "<{}>", "({})", "“{}”", "'{}'", "{}.", "{},", "**{}**", "a {}; b", "{}\u200b"),
        *("[x]({})", 'href="{}"', "{}…", "HTTPS://example.com {}", "\\{}\\"),
    ],
)
def test_an_address_is_found_between_marks(text: str) -> None:
    found = Gathering()
    scan(found, text.replace("{}", URL), "line 1")
    understood = found.understood("text")
    assert understood.token_url is not None
    assert understood.token_url.value == URL


@pytest.mark.parametrize(
    ("text", "client_id"),
    [
        ("idt.cc.abc", "idt.cc.abc"),
        ("(idt.cc.a-b_c).", "idt.cc.a-b_c"),
        ("is:idt.cc.abc.", "idt.cc.abc"),
        ("x.idt.cc.abc", "idt.cc.abc"),
        ("width.cc.abc", None),
        ("idt.cc.", None),
        ("idt.cc...", None),
        ("idt.cc.{random}", None),
        ("idt.cc." + "x" * 300, None),
    ],
)
def test_a_client_id_is_found(text: str, client_id: str | None) -> None:
    found = Gathering()
    scan(found, text, "line 1")
    understood = found.understood("text")
    assert (understood.client_id.value if understood.client_id else None) == client_id


def test_addresses_of_no_use_are_counted() -> None:
    assert scan(Gathering(), f"https://a.example https://b.example {URL}", "line 1") == 2


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (HASH, True),
        (f"hash={HASH}", False),  # named: not for here
        (f"the hash ({HASH})", True),
        ("ab" * 32, True),
        (HASH[:-1] + "-=", False),
        ("ab" * 33, False),
        (f"https://h/{'ab' * 32}", False),
        ("", False),
    ],
)
def test_a_hash_is_said(text: str, there: bool) -> None:
    found = Gathering()
    scan_hash(found, text, "line 1")
    assert bool(found.understood("text").notes) == there
