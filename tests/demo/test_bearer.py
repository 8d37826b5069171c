"""What an API says of tokens it does not want (RFC 6750 §3)."""

from __future__ import annotations

import time
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


def test_a_short_lived_token_expires(tenant: RunningTenant) -> None:
    token = tenant.ask_token("short-lived").json()["access_token"]
    assert ask(tenant, f"Bearer {token}").status_code == 200
    deadline = time.monotonic() + 10
    while (answer := ask(tenant, f"Bearer {token}")).status_code == 200:
        assert time.monotonic() < deadline
    assert answer.status_code == 401
    assert "expired" in answer.headers["www-authenticate"]


def test_an_opaque_token_is_as_good_as_a_readable_one(tenant: RunningTenant) -> None:
    token = tenant.token("opaque")
    assert "." not in token
    assert ask(tenant, f"bearer {token}").status_code == 200
