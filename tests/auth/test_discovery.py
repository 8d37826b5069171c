import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.discovery import discovery_url, issuer_of, read_discovery
from k2bench.auth.json_object import UnreadableError

ISSUER = "https://login.onk2.com/0b2c"


@pytest.mark.parametrize(
    "url",
    [
        ISSUER,
        ISSUER + "/",
        ISSUER + "/connect/token",
        ISSUER + "/connect/token/",
        ISSUER + "/Connect/Token?x=1#y",
        ISSUER + "/connect",
        ISSUER + "/connect/authorize",
        ISSUER + "/.well-known/openid-configuration",
        ISSUER + "/.well-known/openid-configuration/jwks",
        f"  {ISSUER}/connect/token\n",
    ],
)
def test_the_issuer_keeps_the_tenant(url: str) -> None:
    assert issuer_of(url) == ISSUER
    assert discovery_url(url) == ISSUER + "/.well-known/openid-configuration"


def test_a_document_is_read() -> None:
    body = json.dumps(
        {
            "issuer": ISSUER,
            "token_endpoint": ISSUER + "/connect/token",
            "jwks_uri": ISSUER + "/jwks",
            "grant_types_supported": ["client_credentials"],
            "scopes_supported": [],
            "extra": {"a": [1]},
        }
    ).encode()
    found = read_discovery(b"\xef\xbb\xbf" + body, "application/json")
    assert found.issuer == ISSUER
    assert found.grants == ("client_credentials",)
    assert found.scopes == ()
    assert found.auth_methods is None
    assert ("grant_types_supported", "client_credentials") in found.rows()
    assert ("extra", '{"a": [1]}') in found.rows()


def test_an_object_about_something_else_is_refused() -> None:
    with pytest.raises(UnreadableError, match="neither"):
        read_discovery(b'{"issuer": 7, "token_endpoint": null}', "")


def test_members_of_wrong_types_are_survived() -> None:
    body = {"issuer": ISSUER, "jwks_uri": 7, "grant_types_supported": "x", "scopes_supported": [1]}
    found = read_discovery(json.dumps(body).encode(), "")
    assert found.jwks_uri == ""
    assert found.grants is None
    assert found.scopes == ("1",)


def test_long_documents_are_cut_for_reading() -> None:
    members = {"issuer": "x" * 1_000_000} | {f"m{i}": i for i in range(1_000)}
    rows = read_discovery(json.dumps(members).encode(), "").rows()
    assert len(rows) == 201
    assert rows[-1] == ("…", "801 more members")
    assert len(rows[0][1]) < 2_100


@given(st.binary(), st.text())
def test_no_answer_breaks_it(body: bytes, media_type: str) -> None:
    with pytest.raises(UnreadableError):
        read_discovery(body, media_type)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.text(max_size=5) | st.just("scopes_supported"), json_values, max_size=3))
def test_no_document_breaks_it(members: dict[str, object]) -> None:
    body = json.dumps({"issuer": "i"} | members).encode()
    try:
        found = read_discovery(body, "")
    except UnreadableError:
        return
    assert all(name.isprintable() and value.isprintable() for name, value in found.rows())
