import pytest

from k2bench.auth.credentials import ClientAuth
from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.taking import take_named
from k2bench.auth.pasting.understood import Found, Understood
from k2bench.core.secret import Secret

HASH = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="


def taken(name: str, value: str) -> Understood:
    found = Gathering()
    assert take_named(found, name, value, "line 1")
    return found.understood("text")


def test_a_secret_stays_as_it_is() -> None:
    for text in (" a b ", "p+l&u=s", "ü", "{x", "idt.cc.x"):
        assert taken("client_secret", text).client_secret == Found(Secret(text), "line 1")
    assert "blank" in taken("client_secret", "x ").notes[0]


@pytest.mark.parametrize("text", [HASH, "ab" * 32, HASH.replace("/", "_").replace("+", "-")])
def test_a_hash_called_secret_is_said(text: str) -> None:
    found = taken("client_secret", text)
    assert found.client_secret == Found(Secret(text), "line 1")
    assert "looks like the hash" in found.notes[0]
    assert text not in str(found.notes)


def test_a_hash_called_hash_is_not_the_secret() -> None:
    found = taken("secret hash", HASH)
    assert found.client_secret is None
    assert "not taken as the secret" in found.notes[0]


def test_scopes_go_where_they_belong() -> None:
    both = taken("scope", "https://api.k2.com https://scim.onk2.com/write")
    assert both.scope == Found("https://api.k2.com/", "line 1")
    assert both.scim_scope == Found("https://scim.onk2.com/write", "line 1")
    assert "https://api.k2.com/" in both.notes[0]
    scim = taken("scope", "https://scim.onk2.com/write")
    assert scim.scope is None
    assert taken("scope", "a  b").scope == Found("a b", "line 1")


@pytest.mark.parametrize(
    ("value", "auth"),
    [
        ("body", ClientAuth.BODY),
        ("Send client credentials in body", ClientAuth.BODY),
        ("client_secret_post", ClientAuth.BODY),
        ("header", ClientAuth.BASIC),
        ("Send as Basic Auth header", ClientAuth.BASIC),
        ("client_secret_basic", ClientAuth.BASIC),
    ],
)
def test_the_way_to_authenticate(value: str, auth: ClientAuth) -> None:
    assert taken("client_authentication", value).client_auth == Found(auth, "line 1")


def test_ways_and_grants_that_are_not_ours_are_said() -> None:
    assert "not one that k2bench knows" in taken("client_authentication", "private_key").notes[0]
    assert taken("grant_type", "Client Credentials").notes == ()
    assert "k2bench uses client_credentials" in taken("grant_type", "password").notes[0]


def test_an_address_counts_more_than_its_name() -> None:
    url = "https://login.onk2.com/0b2c/connect/token"
    assert taken("url", url).token_url == Found(url, "line 1")
    assert taken("token url", "https://acme.onk2.com/api/odata/v3").token_url is None
    idp = "https://idp.example/oauth/issue"
    assert taken("token url", idp).token_url == Found(idp, "line 1")
    assert taken("issuer", "https://idp.example/x/").token_url == Found(
        "https://idp.example/x/connect/token", "line 1"
    )
    tenant = taken("host", "k2.acme.com/sub")
    assert tenant.tenant_url == Found("https://k2.acme.com", "line 1")
    assert len(tenant.notes) == 2
    assert not taken("host", "somewhere")


def test_scim() -> None:
    found = taken("scim_url", "https://scim.onk2.com/tokens/s3cret/scim/v2")
    assert found.scim_url == Found("https://scim.onk2.com", "line 1")
    assert found.scim_token == Found(Secret("s3cret"), "line 1")
    assert taken("scim_url", "https://dir.example/x").scim_url is not None
    assert taken("scim token", "s3cret").scim_token == Found(Secret("s3cret"), "line 1")


def test_what_is_left_out_is_said_without_quoting_it() -> None:
    assert "placeholder" in taken("client_secret", "<hunter2>").notes[0]
    assert "masked" in taken("client_id", "•••••").notes[0]
    token = taken("access_token", "eyJhbGciOiJSUzI1NiJ9.e30.x")
    assert "not taken" in token.notes[0]
    assert "eyJ" not in str(token)
    assert taken("client_secret", " ").notes == ()
    assert not taken("client_secret", "x" * 20_000)


def test_odd_client_ids() -> None:
    assert "does not start" in taken("client_id", "0oa1").notes[0]
    assert taken("client_id", "two words").client_id is None
    assert taken("client_id", "x" * 201).client_id is None


def test_extra_parameters_and_unknown_names() -> None:
    assert taken("Audience", "a").extra == (Found(("audience", "a"), "line 1"),)
    assert not take_named(Gathering(), "colour", "red", "line 1")


@pytest.mark.parametrize("written", ["idt.cc.abc</b></p><a", "idt.cc.abc<br"])
def test_a_client_id_ends_where_markup_begins(written: str) -> None:
    found = taken("client_id", written)
    assert found.client_id is not None
    assert found.client_id.value == "idt.cc.abc"
