"""What an API says of tokens it does not want (RFC 6750 §3)."""

from __future__ import annotations

import re
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.demo.running import API_SCOPE, SCIM_SCOPE, RunningTenant


def ask(tenant: RunningTenant, authorization: str | None) -> httpx.Response:
    headers = {} if authorization is None else {"Authorization": authorization}
    return tenant.http.get(tenant.start["odata"], headers=headers)


@pytest.mark.parametrize("authorization", [None, "Bearer", "Basic eDp5", "nonsense"])
def test_no_token_is_a_bare_challenge(tenant: RunningTenant, authorization: str | None) -> None:
    answer = ask(tenant, authorization)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.content == b""


@pytest.mark.parametrize("token", ["x", "a.b.c", "ABCDEF" * 10])
def test_a_malformed_token_is_invalid(tenant: RunningTenant, token: str) -> None:
    answer = ask(tenant, f"Bearer {token}")
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def forged(tenant: RunningTenant, key: Any = None, **changes: Any) -> str:
    """The tenant's own claims, changed, under another key."""
    claims = jwt.decode(tenant.token(), options={"verify_signature": False}) | changes
    key = key or rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, key, "RS256")


def test_a_foreign_signature_is_invalid(tenant: RunningTenant) -> None:
    answer = ask(tenant, f"Bearer {forged(tenant)}")
    assert answer.status_code == 401
    assert "signature" in answer.headers["www-authenticate"]


def test_an_unsigned_token_is_invalid(tenant: RunningTenant) -> None:
    claims = jwt.decode(tenant.token(), options={"verify_signature": False})
    answer = ask(tenant, f"Bearer {jwt.encode(claims, None, 'none')}")
    assert answer.status_code == 401


def test_a_scim_token_lacks_the_scope_of_odata(tenant: RunningTenant) -> None:
    answer = ask(tenant, f"Bearer {tenant.token(scope=SCIM_SCOPE)}")
    assert answer.status_code == 403
    challenge = answer.headers["www-authenticate"]
    assert challenge == f'Bearer error="insufficient_scope", scope="{API_SCOPE}"'


def test_a_token_of_another_tenant_has_the_wrong_issuer(tenant: RunningTenant) -> None:
    assert tenant.ask_token("neighbour").json() == {"error": "invalid_client"}
    neighbour = tenant.client("neighbour")
    form = {
        "grant_type": "client_credentials",
        "client_id": neighbour["id"],
        "client_secret": neighbour["secret"],
    }
    (guid,) = re.findall(r"/([0-9a-f-]{36})/", neighbour["shows"])
    url = tenant.start["token_url"].replace(tenant.start["login"][-36:], guid)
    answer = ask(tenant, "Bearer " + tenant.http.post(url, data=form).json()["access_token"])
    assert answer.status_code == 401
    assert "issuer" in answer.headers["www-authenticate"]
    form |= {"client_id": tenant.client("consultant")["id"]}
    assert tenant.http.post(url, data=form).json() == {"error": "invalid_client"}


def test_a_short_lived_token_expires(faulty: RunningTenant) -> None:
    answer = faulty.ask_token("short-lived").json()
    token = f"Bearer {answer['access_token']}"
    assert answer["expires_in"] == 5
    assert ask(faulty, token).status_code == 200
    faulty.set_fault("clock_skew", seconds=6)
    refused = ask(faulty, token)
    assert refused.status_code == 401
    assert "expired" in refused.headers["www-authenticate"]


def test_an_opaque_token_is_as_good_as_a_readable_one(tenant: RunningTenant) -> None:
    token = tenant.token("opaque")
    assert "." not in token
    assert ask(tenant, f"bearer {token}").status_code == 200
