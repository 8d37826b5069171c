"""The verified facts about secrets, onboarding and the token endpoint; see test_k2_facts.py."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote_plus

import httpx
import jwt

from k2bench.demo.login import shared_secret
from tests.demo.running import API_SCOPE, SCIM_SCOPE, RunningTenant


def error(answer: httpx.Response) -> str:
    """The code of a protocol error, which is all that the body holds."""
    assert answer.status_code == 400
    (code,) = answer.json().values()
    return str(code)


def basic(tenant: RunningTenant, client_id: str, secret: str) -> httpx.Response:
    pair = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    return tenant.http.post(
        tenant.start["token_url"],
        data={"grant_type": "client_credentials", "scope": API_SCOPE},
        headers={"Authorization": f"Basic {pair}"},
    )


# --- The secret's hash ----------------------------------------------------------------------


def test_hash_is_padded_base64(tenant: RunningTenant) -> None:
    secret = "my secret value I am not sharing"
    assert tenant.client("consultant")["secret"] == secret
    assert shared_secret.matches(secret, "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0=")
    assert tenant.ask_token().status_code == 200


def test_hash_decides_by_length(tenant: RunningTenant) -> None:
    sha512 = (
        "vSsar3708Jvp9Szi2NWZZ02Bqp1qRCFpbcTZPdBhnWgs5WtNZKnvCXdhztmeD2cmW192CF5bDufKRpayrW/isg=="
    )
    assert shared_secret.matches("secret", sha512)
    assert error(tenant.ask_token("hex-hash")) == "invalid_client"  # 64 digits make 48 bytes


def test_wrong_hash_never_matches(tenant: RunningTenant) -> None:
    for name in ("hex-hash", "base64url-hash"):
        assert error(tenant.ask_token(name)) == "invalid_client"
    for blank in (" {}", "{} ", "{}\n", "\t{}"):
        registered = blank.format("K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=")
        assert not shared_secret.matches("secret", registered)
    the_hash = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="
    assert error(tenant.ask_token(client_secret=the_hash)) == "invalid_client"


def test_id_and_secret_have_a_limit(tenant: RunningTenant) -> None:
    assert len(tenant.client("long-secret")["secret"]) > 100
    assert error(tenant.ask_token("long-secret")) == "invalid_client"
    assert error(tenant.ask_token(client_id="i" * 101)) == "invalid_client"


def test_blanks_count(tenant: RunningTenant) -> None:
    secret = tenant.client("consultant")["secret"]
    for changed in (secret + " ", secret + "\n", " " + secret):
        assert error(tenant.ask_token(client_secret=changed)) == "invalid_client"


# --- Onboarding -----------------------------------------------------------------------------


def test_client_id_and_endpoint(tenant: RunningTenant) -> None:
    assert all(client["id"].startswith("idt.cc.") for client in tenant.start["clients"])
    assert re.search(r"/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/connect/token$",
                     tenant.start["token_url"])  # fmt: skip


def test_scopes(tenant: RunningTenant) -> None:
    assert tenant.ask_token(scope="https://api.k2.com/").status_code == 200
    assert error(tenant.ask_token(scope="https://api.k2.com")) == "invalid_scope"
    assert tenant.ask_token(scope="https://scim.onk2.com/write").status_code == 200


def test_both_client_styles(tenant: RunningTenant) -> None:
    client = tenant.client("consultant")
    assert tenant.ask_token().status_code == 200
    answer = basic(tenant, quote_plus(client["id"]), quote_plus(client["secret"]))
    assert answer.status_code == 200


def test_discovery_under_the_tenant(tenant: RunningTenant) -> None:
    url = tenant.start["login"] + "/.well-known/openid-configuration"
    assert tenant.http.get(url).json()["token_endpoint"] == tenant.start["token_url"]


# --- Token endpoint -------------------------------------------------------------------------


def test_errors_are_400(tenant: RunningTenant) -> None:
    for changes in ({"client_id": "x"}, {"grant_type": "x"}, {"scope": "x"}):
        answer = tenant.ask_token(**changes)
        assert answer.status_code == 400
        assert list(answer.json()) == ["error"]


def test_order_of_checks(tenant: RunningTenant) -> None:
    wrong = {"client_secret": "x", "grant_type": "x", "scope": "x"}
    assert error(tenant.http.get(tenant.start["token_url"])) == "invalid_request"
    assert error(tenant.ask_token("browser-only", **wrong)) == "invalid_client"
    del wrong["client_secret"]
    assert error(tenant.ask_token("browser-only", **wrong)) == "unsupported_grant_type"
    del wrong["grant_type"]
    assert error(tenant.ask_token("browser-only", **wrong)) == "unauthorized_client"
    for scope in ("x", "openid", "profile", "offline_access", "HTTPS://api.k2.com/"):
        assert error(tenant.ask_token(scope=scope)) == "invalid_scope"


def test_wrong_path_is_404(tenant: RunningTenant) -> None:
    answer = tenant.http.post(tenant.start["login"] + "/connect", data={"a": "b"})
    assert answer.status_code == 404
    assert "json" not in answer.headers["content-type"]


def test_no_scope_means_all(tenant: RunningTenant) -> None:
    assert tenant.ask_token(scope=None).json()["scope"].split() == [API_SCOPE, SCIM_SCOPE]


def test_basic_header_is_decoded(tenant: RunningTenant) -> None:
    client = tenant.client("odd-secret")
    assert "+" in client["secret"]
    assert error(basic(tenant, client["id"], client["secret"])) == "invalid_client"
    assert basic(tenant, client["id"], quote_plus(client["secret"])).status_code == 200


def test_token_answer(tenant: RunningTenant) -> None:
    answer = tenant.ask_token()
    body = answer.json()
    assert set(body) == {"access_token", "expires_in", "token_type", "scope"}
    assert (body["expires_in"], body["token_type"]) == (3600, "Bearer")
    assert "no-store" in answer.headers["cache-control"]


def test_token_claims(tenant: RunningTenant) -> None:
    header = jwt.get_unverified_header(tenant.token())
    assert header["alg"] == "RS256"
    assert header["typ"] == "at+jwt"
    assert header["kid"]
    claims = jwt.decode(tenant.token(), options={"verify_signature": False})
    assert set(claims) == {"iss", "aud", "exp", "nbf", "iat", "jti", "client_id", "scope"}
    assert isinstance(claims["scope"], list)


def test_opaque_tokens(tenant: RunningTenant) -> None:
    body = tenant.ask_token("opaque").json()
    assert "." not in body["access_token"]
    assert body["expires_in"] == 3600


def test_issuer_without_slash(tenant: RunningTenant) -> None:
    url = tenant.start["login"] + "/.well-known/openid-configuration"
    document = tenant.http.get(url).json()
    assert not document["issuer"].endswith("/")
    endpoints = {
        name: value for name, value in document.items() if name.endswith(("_endpoint", "_uri"))
    }
    assert {"token_endpoint", "authorization_endpoint", "jwks_uri"} <= set(endpoints)
    for endpoint in endpoints.values():
        assert endpoint.startswith(document["issuer"] + "/")


def test_scope_may_be_hidden(tenant: RunningTenant) -> None:
    url = tenant.start["login"] + "/.well-known/openid-configuration"
    assert SCIM_SCOPE not in tenant.http.get(url).json()["scopes_supported"]
    assert tenant.ask_token(scope=SCIM_SCOPE).status_code == 200
