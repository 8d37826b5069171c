from __future__ import annotations

from tests.demo.running import RunningTenant


def test_an_unknown_path_is_an_html_404(tenant: RunningTenant) -> None:
    for path in ("/", "/connect/token", "/api/odatav4/", "/api/odatav4/v5/"):
        answer = tenant.http.get(tenant.start["odata"].split("/api/")[0] + path)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")


def test_another_tenants_guid_is_not_here(tenant: RunningTenant) -> None:
    url = tenant.start["token_url"].replace(tenant.start["login"][-12:], "000000000000")
    assert tenant.http.post(url, data={"grant_type": "client_credentials"}).status_code == 404
