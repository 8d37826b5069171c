"""Create, read, update and delete over the wire."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.demo.running import RunningTenant


def write(tenant: RunningTenant, method: str, path: str, body: dict[str, Any], **more: str) -> Any:
    return tenant.odata(path, method, json=body, headers=more)


def test_one_life(fresh: RunningTenant) -> None:
    created = write(
        fresh, "POST", "EmployeeSample", {"FirstName": "Mary", "Salary": 1234.5, "Active": True}
    )
    assert created.status_code == 201
    body = created.json(parse_float=Decimal)
    assert (body["ID"], body["Salary"], body["Joblevel"]) == (1501, Decimal("1234.50"), None)
    location = created.headers["location"]
    assert location == fresh.start["odata"] + "EmployeeSample(1501)"
    read = fresh.http.get(location, headers=fresh.bearer())
    assert read.json()["FirstName"] == "Mary"
    assert fresh.odata("EmployeeSample?$top=0").json()["@odata.count"] == 1501
    assert write(fresh, "PUT", "EmployeeSample(1501)", {"Joblevel": "Lead"}).status_code == 204
    shown = write(
        fresh, "PUT", "EmployeeSample(1501)", {"ID": 1501}, Prefer="return=representation"
    )
    assert (shown.status_code, shown.json()["Joblevel"]) == (200, "Lead")
    assert shown.json()["FirstName"] == "Mary"
    assert fresh.odata("EmployeeSample(1501)", "DELETE").status_code == 204
    assert fresh.odata("EmployeeSample(1501)").status_code == 404
    assert fresh.odata("EmployeeSample(1501)", "DELETE").status_code == 404
    assert write(fresh, "PUT", "EmployeeSample(1501)", {"Joblevel": "x"}).status_code == 404


def test_keys_taken_missing_or_changed(fresh: RunningTenant) -> None:
    assert write(fresh, "POST", "EmployeeSample", {"ID": 1}).status_code == 409
    assert write(fresh, "PUT", "EmployeeSample(1)", {"ID": 2}).status_code == 400
    assert write(fresh, "POST", "Suppliers", {"Name": "x"}).status_code == 400
    assert write(fresh, "POST", "Suppliers", {"Supplier_Code": "X'1"}).status_code == 400
    created = write(fresh, "POST", "Suppliers", {"Supplier_Code": "X'/1", "Name": "x"})
    assert created.headers["location"].endswith("Suppliers('X%27%27%2F1')")
    assert fresh.http.get(created.headers["location"], headers=fresh.bearer()).status_code == 200


def test_a_guid_key_is_made_up(fresh: RunningTenant) -> None:
    body = {"Request_Number": 2**60, "Requested_On": "2024-05-06T07:08:09.5+02:00"}
    created = write(fresh, "POST", "PurchaseRequests", body)
    assert created.status_code == 201
    assert created.json()["Request_Number"] == 2**60
    key = created.json()["Request_ID"]
    assert fresh.odata(f"PurchaseRequests({key})").json()["Requested_On"] == body["Requested_On"]


def test_values_never_become_sql(fresh: RunningTenant) -> None:
    evil = '\'); DROP TABLE "EmployeeSample"; --'
    created = write(fresh, "POST", "EmployeeSample", {"FirstName": evil})
    assert created.json()["FirstName"] == evil
    assert fresh.odata("EmployeeSample?$top=0").json()["@odata.count"] == 1501
