from __future__ import annotations

from tests.demo.running import SCIM_SCOPE, RunningTenant


def test_discovery_lives_under_the_tenant(tenant: RunningTenant) -> None:
    login = tenant.start["login"]
    document = tenant.http.get(f"{login}/.well-known/openid-configuration").json()
    assert document["issuer"] == login
    assert not document["issuer"].endswith("/")
    assert document["token_endpoint"] == tenant.start["token_url"]
    assert all(
        document[name].startswith(login + "/")
        for name in ("token_endpoint", "jwks_uri", "authorization_endpoint")
    )
    assert "client_credentials" in document["grant_types_supported"]
    assert set(document["token_endpoint_auth_methods_supported"]) == {
        "client_secret_basic",
        "client_secret_post",
    }


def test_a_hidden_scope_works_all_the_same(tenant: RunningTenant) -> None:
    login = tenant.start["login"]
    document = tenant.http.get(f"{login}/.well-known/openid-configuration").json()
    assert SCIM_SCOPE not in document["scopes_supported"]
    assert tenant.ask_token(scope=SCIM_SCOPE).status_code == 200
