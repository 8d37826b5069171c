import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.pasting.names import Role, role_of


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("client_id", Role.CLIENT_ID),
        ("Client ID (starting with idt.cc.)", Role.CLIENT_ID),
        ("K2_CLIENT_ID", Role.CLIENT_ID),
        ("`clientId`", Role.CLIENT_ID),
        ("Your client secret is", Role.SECRET),
        ("Client Secret Hash", Role.HASH),
        ("SHA256", Role.HASH),
        ("accessTokenUrl", Role.TOKEN_URL),
        ("Access Token URL", Role.TOKEN_URL),
        ("token_endpoint", Role.TOKEN_URL),
        ("token_endpoint_auth_method", Role.CLIENT_AUTH),
        ("token_endpoint_auth_methods_supported", None),
        ("scopes_supported", None),
        ("issuer", Role.ISSUER),
        ("iss", Role.ISSUER),
        ("scimToken", Role.SCIM_TOKEN),
        ("scope", Role.SCOPE),
        ("SCIM scope", Role.SCOPE),
        ("baseUrl", Role.TENANT),
        ("dev_base_url", Role.TENANT),
        ("grant_type", Role.GRANT),
        ("audience", Role.EXTRA),
        ("access_token", Role.ACCESS_TOKEN),
        ("https", None),
        ("Note", None),
        ("", None),
        ("x" * 100 + "client_id", None),
    ],
)
def test_names_say_what_their_values_are(name: str, role: Role | None) -> None:
    assert role_of(name) is role


@given(st.text())
def test_no_name_breaks_it(name: str) -> None:
    role_of(name)
