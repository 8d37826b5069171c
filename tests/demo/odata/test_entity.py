from __future__ import annotations

from tests.demo.running import RunningTenant


def test_reading_by_key(tenant: RunningTenant) -> None:
    body = tenant.odata("EmployeeSample(1)").json()
    assert body["@odata.context"].endswith("$metadata#EmployeeSample/$entity")
    assert body["FirstName"] == "Ada"
    selected = tenant.odata("OData_2024Budget(1.10)?$select=Post").json()
    assert list(selected) == ["@odata.context", "Post"]
    assert tenant.odata("Suppliers('SUP-0001')").json()["Name"] == "O'Reilly & Sons"


def test_wrong_keys(tenant: RunningTenant) -> None:
    assert tenant.odata("EmployeeSample('one')").status_code == 400
    assert tenant.odata("EmployeeSample(0)").status_code == 404
    assert tenant.odata("EmployeeSample(1)/Manager").status_code == 404


def test_k2_updates_with_put_not_patch(tenant: RunningTenant) -> None:
    answer = tenant.odata("EmployeeSample(1)", "PATCH", json={"Joblevel": "x"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, PUT, DELETE"
