import pytest

from k2bench.auth.credentials import ClientAuth
from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.lines import read_lines
from k2bench.auth.pasting.understood import Found, Understood
from k2bench.core.secret import Secret

URL = "https://login.onk2.com/0b2c/connect/token"


def read(text: str) -> Understood:
    found = Gathering()
    read_lines(found, text)
    return found.understood("text")


@pytest.mark.parametrize(
    "line",
    [
        "client_id: 0oa1",
        "client_id=0oa1",
        "CLIENT_ID = 0oa1",
        "export K2_CLIENT_ID='0oa1'",
        "set CLIENT_ID=0oa1",
        '$env:CLIENT_ID = "0oa1"',
        'const clientId = "0oa1";',
        '  "client_id": "0oa1",',
        "- **Client ID:** `0oa1`",
        "1. Client ID: 0oa1",
        "| Client ID | 0oa1 |",
        "Client ID\t0oa1",
        "> Client ID : 0oa1.",
        "clientId => '0oa1',",
        "Client ID:\n0oa1",
        "Client ID:\n\n   0oa1\n",
        "Client ID (from Nintex): “0oa1”",
        "The client id is: 0oa1",
    ],
)
def test_a_named_value_is_found(line: str) -> None:
    found = read(line)
    assert found.client_id is not None
    assert found.client_id.value == "0oa1"


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("client_secret=a:b=c;d", "a:b=c;d"),
        ("client_secret: abc,", "abc,"),
        ('client_secret: "abc",', "abc"),
        ('client_secret: " abc "', " abc "),
        ("client_secret = 'it\"s'", 'it"s'),
        (r'"client_secret": "a\"b\\c"', r'a"b\c'),
        ('client_secret: "open', '"open'),
        ("Client Secret: abc  ", "abc"),
        ("Client Secret:\nabc", "abc"),
        ("client_secret=my secret value", "my secret value"),
        ("client_secret: Your secret", None),
        ("Client Secret:\nas you chose", None),
        ("Client Secret:\nNote: x", None),
    ],
)
def test_a_secret_is_taken_to_the_letter(line: str, secret: str | None) -> None:
    found = read(line)
    assert (found.client_secret.value.reveal() if found.client_secret else None) == secret
    assert secret is None or secret not in str(found.notes)


def test_blanks_are_said() -> None:
    assert "blanks behind" in read("secret: abc \n").notes[0]
    assert "is it a sentence" in read("secret: a b").notes[0]


@pytest.mark.parametrize(
    ("line", "scope"),
    [
        ("scope: https://api.k2.com/", "https://api.k2.com/"),
        ("Scope: https://api.k2.com/ (for OData).", "https://api.k2.com/"),
        ("scope: `https://api.k2.com/`,", "https://api.k2.com/"),
        ("scope: api", "api"),
        ("scope: please ask Nintex", None),
    ],
)
def test_a_scope_is_taken_out_of_prose(line: str, scope: str | None) -> None:
    found = read(line)
    assert (found.scope.value if found.scope else None) == scope


def test_a_form_body() -> None:
    found = read(
        "POST /x HTTP/1.1\n\ngrant_type=client_credentials&client_id=idt.cc.x&client_secret=a%2Bb"
        "&scope=https%3A%2F%2Fapi.k2.com%2F&audience=x"
    )
    assert found.client_secret == Found(Secret("a+b"), "line 3")
    assert found.scope == Found("https://api.k2.com/", "line 3")
    assert found.extra == (Found(("audience", "x"), "line 3"),)
    assert found.notes == ()


def test_several_names_in_one_line() -> None:
    found = read(f"Client ID: idt.cc.x, secret: a,b; token URL: {URL}, note: x")
    assert found.client_id == Found("idt.cc.x", "line 1")
    assert found.client_secret == Found(Secret("a,b"), "line 1")
    assert found.token_url == Found(URL, "line 1")
    assert read("client_secret=a, b: c").client_secret == Found(Secret("a, b: c"), "line 1")


def test_prose_is_no_choice() -> None:
    assert read("grant_type: the one of the seven that the guide of K2 names").notes == ()


def test_other_settings() -> None:
    found = read(
        f"Token URL: {URL}\nClient Authentication: Send as Basic Auth header\n"
        "grant_type: client_credentials\nresource: x\nresource: see the docs\nHost: acme.onk2.com\n"
    )
    assert found.token_url == Found(URL, "line 1")
    assert found.client_auth == Found(ClientAuth.BASIC, "line 2")
    assert found.extra == (Found(("resource", "x"), "line 4"),)
    assert found.tenant_url == Found("https://acme.onk2.com", "line 6")


def test_addresses_of_no_use_are_counted_once() -> None:
    assert "2 addresses" in read("https://a.example\nhttps://b.example").notes[0]
