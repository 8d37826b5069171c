"""The OData v4 service over the wire."""

from __future__ import annotations

from tests.demo.running import RunningTenant


def test_service_document_lists_system_names(tenant: RunningTenant) -> None:
    body = tenant.odata().json()
    names = [entry["name"] for entry in body["value"]]
    assert body["@odata.context"] == tenant.start["odata"] + "$metadata"
    assert {"EmployeeSample", "testsmartboxsmoes"} <= set(names)
    assert all(entry["url"] == entry["name"] for entry in body["value"])


def test_metadata_only_on_the_base_url(tenant: RunningTenant) -> None:
    answer = tenant.odata("$metadata")
    assert answer.headers["content-type"].startswith("application/xml")
    assert '<EntitySet Name="EmployeeSample"' in answer.text
    assert tenant.odata("EmployeeSample/$metadata").status_code == 404


def test_a_page_has_1000_rows_and_a_next_link(tenant: RunningTenant) -> None:
    first = tenant.odata("EmployeeSample").json()
    assert [row["ID"] for row in first["value"]] == list(range(1, 1001))
    assert first["@odata.count"] == 1500
    second = tenant.http.get(first["@odata.nextLink"], headers=tenant.bearer()).json()
    assert [row["ID"] for row in second["value"]] == list(range(1001, 1501))
    assert second["@odata.count"] == 1500
    assert "@odata.nextLink" not in second


def test_rows_are_exact(tenant: RunningTenant) -> None:
    answer = tenant.odata("EmployeeSample?$top=1")
    assert answer.json()["value"][0]["FirstName"] == "Ada"
    assert '"HireDate":"' in answer.text
    assert answer.headers["odata-version"] == "4.0"


def test_display_name_is_no_entity_set(tenant: RunningTenant) -> None:
    answer = tenant.odata("Employee%20Sample")
    assert answer.status_code == 404
    assert "Employee Sample" in answer.json()["error"]["message"]


def test_needs_a_bearer(tenant: RunningTenant) -> None:
    answer = tenant.http.get(tenant.start["odata"])
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_negative_top_is_refused(tenant: RunningTenant) -> None:
    answer = tenant.odata("EmployeeSample?$top=-1")
    assert answer.status_code == 400
    assert "non-negative" in answer.json()["error"]["message"]
