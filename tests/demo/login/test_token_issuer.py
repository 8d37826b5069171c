from __future__ import annotations

import jwt
import pytest

from k2bench.demo.clock import Clock
from k2bench.demo.login.clients import API_SCOPE, CLIENTS, SCIM_SCOPE
from k2bench.demo.login.signing_key import SigningKey
from k2bench.demo.login.token_issuer import SCIM_AUDIENCE, InvalidTokenError, TokenIssuer
from tests.demo.running import RunningTenant

CONSULTANT = CLIENTS[0]


def test_header_and_claims_are_the_documented_ones(tenant: RunningTenant) -> None:
    token = tenant.token()
    header = jwt.get_unverified_header(token)
    assert (header["alg"], header["typ"]) == ("RS256", "at+jwt")
    claims = jwt.decode(token, options={"verify_signature": False})
    assert set(claims) == {"iss", "aud", "exp", "nbf", "iat", "jti", "client_id", "scope"}
    assert claims["scope"] == [API_SCOPE]
    assert claims["iss"] == tenant.start["login"]
    assert isinstance(claims["aud"], str)


def test_the_audience_is_an_array_with_scim(tenant: RunningTenant) -> None:
    claims = jwt.decode(tenant.token(scope=SCIM_SCOPE), options={"verify_signature": False})
    assert claims["aud"] == [f"{tenant.start['login']}/resources", SCIM_AUDIENCE]


def test_it_verifies_with_the_published_key(tenant: RunningTenant) -> None:
    discovery = tenant.http.get(f"{tenant.start['login']}/.well-known/openid-configuration").json()
    keys = tenant.http.get(discovery["jwks_uri"]).json()
    token = tenant.token()
    kid = jwt.get_unverified_header(token)["kid"]
    key = next(jwt.PyJWK(k) for k in keys["keys"] if k["kid"] == kid)
    jwt.decode(token, key, ["RS256"], audience=f"{tenant.start['login']}/resources")


def test_a_token_of_another_issuer_is_refused() -> None:
    key, clock = SigningKey.generate(), Clock()
    ours, other = (TokenIssuer(f"http://x/{name}", key, clock) for name in ("ours", "other"))
    with pytest.raises(InvalidTokenError, match="issuer 'http://x/other' is invalid"):
        ours.read(other.issue(CONSULTANT, [API_SCOPE]))


def test_tokens_expire_by_the_tenants_clock() -> None:
    clock = Clock()
    issuer = TokenIssuer("http://x", SigningKey.generate(), clock)
    token = issuer.issue(CONSULTANT, [API_SCOPE])
    assert issuer.read(token)["client_id"] == CONSULTANT.id
    clock.skew_seconds = 3601
    with pytest.raises(InvalidTokenError, match="expired"):
        issuer.read(token)
    clock.skew_seconds = -60
    with pytest.raises(InvalidTokenError, match="not valid yet"):
        issuer.read(token)
