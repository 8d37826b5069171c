from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.pasting.addresses import Kind, read_address, with_scheme

GUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
LOGIN = f"https://login.onk2.com/{GUID}"
TOKEN = f"{LOGIN}/connect/token"


@pytest.mark.parametrize(
    ("written", "kind", "url"),
    [
        (TOKEN, Kind.TOKEN, TOKEN),
        (TOKEN + "/", Kind.TOKEN, TOKEN),
        (TOKEN + "?client_secret=hunter2", Kind.TOKEN, TOKEN),
        ("https://idp.example/oauth2/v2.0/token", Kind.TOKEN, None),
        (LOGIN, Kind.ISSUER, TOKEN),
        (f"http://127.0.0.1:8080/{GUID}/", Kind.ISSUER, None),
        (f"{LOGIN}/.well-known/openid-configuration", Kind.ISSUER, TOKEN),
        (f"{LOGIN}/.well-known/openid-configuration/jwks", Kind.ISSUER, TOKEN),
        (f"{LOGIN}/connect/authorize?client_id=x", Kind.ISSUER, TOKEN),
        ("https://login.onk2.com", Kind.LOGIN_WITHOUT_TENANT, ""),
        ("https://login.onk2.com/", Kind.LOGIN_WITHOUT_TENANT, ""),
        ("https://login.onk2.com/{guid}/connect/token", Kind.PLACEHOLDER, ""),
        ("https://{k2cloudurl}/api/odatav4/v4/x", Kind.PLACEHOLDER, ""),
        ("https://acme.onk2.com/Management/Apis", Kind.TENANT, "https://acme.onk2.com"),
        ("https://k2.acme.com/api/odata/v3/", Kind.TENANT, "https://k2.acme.com"),
        ("https://k2.acme.com/API/workflow/v1/tasks", Kind.TENANT, "https://k2.acme.com"),
        ("https://scim.onk2.com", Kind.SCIM, "https://scim.onk2.com"),
        ("https://api.k2.com/", Kind.ODATA_SCOPE, "https://api.k2.com/"),
        ("https://api.k2.com", Kind.ODATA_SCOPE, "https://api.k2.com/"),
        ("https://scim.onk2.com/write", Kind.SCIM_SCOPE, "https://scim.onk2.com/write"),
        ("https://example.com/x", Kind.OTHER, "https://example.com"),
        ("https://[", Kind.OTHER, ""),
        ("ftp://login.onk2.com/x", Kind.OTHER, ""),
        ("https://x/" + "y" * 3_000, Kind.OTHER, ""),
    ],
)
def test_an_address_is_told_by_its_shape(written: str, kind: Kind, url: str | None) -> None:
    found = read_address(written)
    assert found.kind is kind
    if url is not None:
        assert found.url == url


def test_a_scim_token_is_taken_out_of_the_path() -> None:
    found = read_address("https://scim.onk2.com/tokens/s3cret/scim/v2/Users?count=1")
    assert (found.kind, found.url) == (Kind.SCIM, "https://scim.onk2.com")
    assert found.scim_token is not None
    assert found.scim_token.reveal() == "s3cret"
    assert "s3cret" not in repr(found)


def test_a_password_in_an_address_is_left_out_and_said() -> None:
    found = read_address(TOKEN.replace("login", "id:hunter2@login"))
    assert found.url == TOKEN
    assert "left out" in found.change
    assert "hunter2" not in repr(found)


def test_what_outlook_wraps_is_unwrapped() -> None:
    safe = "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C01&reserved=0"
    assert read_address(safe.format(quote(TOKEN, safe=""))).url == TOKEN
    assert read_address(safe.replace("url", "u")).kind is not Kind.TOKEN


def test_a_host_alone_gets_a_scheme() -> None:
    assert with_scheme("acme.onk2.com/x") == ("https://acme.onk2.com/x", True)
    assert with_scheme(TOKEN) == (TOKEN, False)
    for text in ("", "acme", "acme.", "see the mail, or acme.com", "kim@acme.com", "x" * 5_000):
        assert with_scheme(text) == (text, False)


@given(
    st.text() | st.text().map("https://login.onk2.com/".__add__) | st.text().map("http://".__add__)
)
def test_no_address_breaks_it(written: str) -> None:
    read_address(written)
    with_scheme(written)
