"""The token endpoint against k2-facts.md, "Token endpoint": order of checks, statuses, bodies."""

from __future__ import annotations

import base64
from urllib.parse import quote_plus

import httpx
import pytest

from tests.demo.running import API_SCOPE, SCIM_SCOPE, RunningTenant


def refused_with(answer: httpx.Response, code: str) -> bool:
    """Every protocol error is 400 with the code and nothing else, not to be stored."""
    return (
        answer.status_code == 400
        and answer.json() == {"error": code}
        and "no-store" in answer.headers["cache-control"]
    )


def test_success_has_exactly_the_documented_fields(tenant: RunningTenant) -> None:
    answer = tenant.ask_token()
    body = answer.json()
    assert answer.status_code == 200
    assert list(body) == ["access_token", "expires_in", "token_type", "scope"]
    assert (body["expires_in"], body["token_type"]) == (3600, "Bearer")
    assert body["scope"] == API_SCOPE
    assert "no-store" in answer.headers["cache-control"]


def test_missing_scope_grants_all_allowed_ones(tenant: RunningTenant) -> None:
    assert tenant.ask_token(scope=None).json()["scope"] == f"{API_SCOPE} {SCIM_SCOPE}"


def test_basic_header_works_too(tenant: RunningTenant) -> None:
    client = tenant.client("odd-secret")
    pair = f"{quote_plus(client['id'])}:{quote_plus(client['secret'])}"
    answer = tenant.http.post(
        tenant.start["token_url"],
        data={"grant_type": "client_credentials"},
        headers={"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()},
    )
    assert answer.status_code == 200


def test_a_bare_plus_in_a_basic_header_becomes_a_space(tenant: RunningTenant) -> None:
    client = tenant.client("odd-secret")
    pair = f"{client['id']}:{client['secret']}"
    answer = tenant.http.post(
        tenant.start["token_url"],
        data={"grant_type": "client_credentials"},
        headers={"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()},
    )
    assert refused_with(answer, "invalid_client")


def test_only_a_form_by_post_is_a_request(tenant: RunningTenant) -> None:
    url = tenant.start["token_url"]
    assert refused_with(tenant.http.get(url), "invalid_request")
    assert refused_with(tenant.http.put(url, data={"a": "b"}), "invalid_request")
    assert refused_with(tenant.http.post(url, json={"a": "b"}), "invalid_request")
    assert refused_with(tenant.http.post(url), "invalid_request")


def test_an_oversized_body_is_no_request(tenant: RunningTenant) -> None:
    answer = tenant.http.post(tenant.start["token_url"], data={"scope": "x" * 1_100_000})
    assert refused_with(answer, "invalid_request")


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "idt.cc.nobody"},
        {"client_id": None},
        {"client_id": "x" * 101},
        {"client_secret": "wrong"},
        {"client_secret": None},
        {"client_secret": "my secret value I am not sharing "},
        {"client_secret": "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="},
    ],
)
def test_every_wrong_client_gets_the_same_answer(
    tenant: RunningTenant, changes: dict[str, str | None]
) -> None:
    assert refused_with(tenant.ask_token(**changes), "invalid_client")


@pytest.mark.parametrize("name", ["hex-hash", "base64url-hash", "long-secret"])
def test_a_right_secret_fails_when_its_hash_was_registered_wrongly(
    tenant: RunningTenant, name: str
) -> None:
    assert refused_with(tenant.ask_token(name), "invalid_client")


def test_the_client_is_checked_before_the_grant(tenant: RunningTenant) -> None:
    answer = tenant.ask_token(client_secret="wrong", grant_type="nonsense")
    assert refused_with(answer, "invalid_client")


def test_the_grant_is_checked_before_the_scope(tenant: RunningTenant) -> None:
    assert refused_with(tenant.ask_token(grant_type=None, scope="x"), "unsupported_grant_type")
    assert refused_with(tenant.ask_token(grant_type="password"), "unsupported_grant_type")
    assert refused_with(tenant.ask_token("browser-only", scope="x"), "unauthorized_client")
    assert refused_with(tenant.ask_token(grant_type="authorization_code"), "unauthorized_client")


@pytest.mark.parametrize(
    "scope",
    ["https://api.k2.com", "https://API.k2.com/", "openid", "profile", "offline_access",
     f"{API_SCOPE} offline_access", "x" * 301],
)  # fmt: skip
def test_unknown_scopes_are_refused(tenant: RunningTenant, scope: str) -> None:
    assert refused_with(tenant.ask_token(scope=scope), "invalid_scope")


def test_a_scope_the_client_lacks_is_refused(tenant: RunningTenant) -> None:
    assert refused_with(tenant.ask_token("no-scim", scope=SCIM_SCOPE), "invalid_scope")


def test_a_wrong_path_is_an_html_404(tenant: RunningTenant) -> None:
    answer = tenant.http.post(tenant.start["login"], data={"grant_type": "client_credentials"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
