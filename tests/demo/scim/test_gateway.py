from __future__ import annotations

import httpx

from tests.demo.running import SCIM_SCOPE, RunningTenant


def test_a_wrong_path_token_is_nowhere(tenant: RunningTenant) -> None:
    url = tenant.start["scim"].replace(tenant.start["scim_token"], "x" * 32)
    answer = tenant.http.get(f"{url}/Users", headers=tenant.bearer(scope=SCIM_SCOPE))
    assert answer.status_code == 404
    assert answer.json()["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"]


def test_the_path_token_alone_is_not_enough(tenant: RunningTenant) -> None:
    answer = tenant.http.get(tenant.start["scim"] + "/Users")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["status"] == "401"


def test_an_api_token_has_the_wrong_audience(tenant: RunningTenant) -> None:
    answer = tenant.http.get(tenant.start["scim"] + "/Users", headers=tenant.bearer())
    assert answer.status_code == 401
    assert "audience" in answer.headers["www-authenticate"]
    assert answer.headers["content-type"] == "application/scim+json"


def test_the_configuration_is_open_without_the_path_token(tenant: RunningTenant) -> None:
    origin = tenant.start["scim"].split("/tokens/")[0]
    answer = tenant.http.get(f"{origin}/scim/v2/ServiceProviderConfig")
    assert answer.status_code == 200
    assert answer.json()["filter"]["maxResults"] == 100
    assert tenant.http.get(f"{origin}/scim/v2/Users").status_code == 404


def test_nothing_else_is_there(tenant: RunningTenant) -> None:
    origin = tenant.start["scim"].split("/tokens/")[0]
    for path in ("/", "/tokens", "/tokens/x/scim/v2", "/%ff/"):
        assert tenant.http.get(origin + path).status_code == 404


def test_a_body_beyond_the_limit_is_refused(fresh: RunningTenant) -> None:
    body = b'{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s"}'
    kind = {"Content-Type": "application/scim+json"}

    def create(content: object) -> httpx.Response:
        return fresh.scim("Users", "POST", content=content, headers=kind)

    assert create(body % (b"a" * 900_000)).status_code == 201
    large = body % (b"b" * 1_100_000)
    chunks = (large[start : start + 50_000] for start in range(0, len(large), 50_000))
    for content in (large, chunks):
        answer = create(content)
        assert answer.status_code == 413
        assert answer.headers["content-type"] == "application/scim+json"
        assert (answer.json()["status"], answer.json()["schemas"]) == (
            "413", ["urn:ietf:params:scim:api:messages:2.0:Error"],
        )  # fmt: skip
    assert fresh.scim("Users?count=1").json()["totalResults"] == 301
