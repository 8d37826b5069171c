from __future__ import annotations

from tests.demo.running import RunningTenant


def test_links_keep_the_name_that_the_client_uses(tenant: RunningTenant) -> None:
    url = tenant.start["odata"].replace("127.0.0.1", "localhost")
    link = tenant.http.get(url + "EmployeeSample", headers=tenant.bearer()).json()[
        "@odata.nextLink"
    ]
    assert link.startswith(url)
    headers = tenant.bearer() | {"Host": "evil.example"}
    link = tenant.http.get(tenant.start["odata"] + "EmployeeSample", headers=headers).json()[
        "@odata.nextLink"
    ]
    assert link.startswith(tenant.start["odata"])


def test_a_failing_broker_is_a_500(tenant: RunningTenant) -> None:
    for method, path in (("GET", "LegacyContracts"), ("GET", "LegacyContracts(1)"),
                         ("POST", "LegacyContracts")):  # fmt: skip
        answer = tenant.odata(path, method)
        assert answer.status_code == 500
        assert "ServiceObject" in answer.json()["error"]["message"]
