from __future__ import annotations

from tests.demo.running import RunningTenant


def test_execute_changes_one_row_and_gives_it_back(fresh: RunningTenant) -> None:
    answer = fresh.odata("EmployeeSample/Promote", "POST", json={"ID": 7, "Joblevel": "Principal"})
    assert answer.status_code == 200
    assert answer.json()["Joblevel"] == "Principal"
    assert fresh.odata("EmployeeSample(7)").json()["Joblevel"] == "Principal"
    key = fresh.odata("PurchaseRequests?$top=1").json()["value"][0]["Request_ID"]
    path = "PurchaseRequests/K2.SmartObjects.Approve"
    approved = fresh.odata(path, "POST", json={"Request_ID": key}).json()
    assert (approved["Status"], approved["Approved"]) == ("Approved", True)


def test_list_methods_give_rows(tenant: RunningTenant) -> None:
    answer = tenant.odata("EmployeeSample/ListByDepartment", "POST", json={"DepartmentCode": 104})
    rows = answer.json()["value"]
    assert rows
    assert {row["DepartmentCode"] for row in rows} == {104}


def test_what_goes_wrong(tenant: RunningTenant) -> None:
    def run(method: str, **body: object) -> int:
        return tenant.odata(f"EmployeeSample/{method}", "POST", json=body).status_code

    assert run("Promote", ID=7) == 400
    assert run("Promote", ID="7", Joblevel="x") == 400
    assert run("Promote", ID=999_999, Joblevel="x") == 404
    assert run("Nope") == 404
    assert tenant.odata("EmployeeSample/Promote").status_code == 405
    assert tenant.odata("EmployeeSample/Promote/More", "POST", json={}).status_code == 404
