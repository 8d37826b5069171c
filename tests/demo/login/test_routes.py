from __future__ import annotations

import warnings

import pytest

from tests.demo.running import API_SCOPE, RunningTenant

with warnings.catch_warnings(record=True):  # Authlib says that httpx has a successor
    from authlib.integrations.httpx_client import OAuth2Client, OAuthError


@pytest.mark.parametrize("style", ["client_secret_post", "client_secret_basic"])
@pytest.mark.parametrize("name", ["consultant", "opaque"])
def test_a_third_party_client_gets_a_token(tenant: RunningTenant, style: str, name: str) -> None:
    client = tenant.client(name)
    with OAuth2Client(
        client["id"], client["secret"], token_endpoint_auth_method=style, scope=API_SCOPE
    ) as oauth:
        token = oauth.fetch_token(tenant.start["token_url"], grant_type="client_credentials")
        assert token["token_type"] == "Bearer"
        assert oauth.get(tenant.start["odata"]).status_code == 200


def test_a_client_that_does_not_encode_its_basic_header_is_refused(tenant: RunningTenant) -> None:
    """Authlib leaves the step of RFC 6749 §2.3.1 out, which shows only with an odd secret."""
    client = tenant.client("odd-secret")
    with (
        OAuth2Client(client["id"], client["secret"]) as oauth,
        pytest.raises(OAuthError, match="invalid_client"),
    ):
        oauth.fetch_token(tenant.start["token_url"], grant_type="client_credentials")


def test_paths_below_the_tenant_are_exact(tenant: RunningTenant) -> None:
    for path in ("", "/", "/connect", "/connect/token/", "/.well-known"):
        assert tenant.http.get(tenant.start["login"] + path).status_code == 404
