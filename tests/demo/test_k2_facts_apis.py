"""The verified facts about OData, Workflow REST and SCIM; see test_k2_facts.py."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from k2bench.demo.odata.smartobjects import CATALOGUE
from tests.demo.running import RunningTenant

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


# --- OData ----------------------------------------------------------------------------------


def test_odata_base_urls(tenant: RunningTenant) -> None:
    assert tenant.start["odata"].endswith("/api/odatav4/v4/")
    assert tenant.start["odata_v3"].endswith("/api/odata/v3/")
    for base in (tenant.start["odata"], tenant.start["odata_v3"]):
        assert tenant.http.get(base, headers=tenant.bearer()).status_code == 200


def test_v3_only_lists(tenant: RunningTenant) -> None:
    url = tenant.start["odata_v3"] + "EmployeeSample"
    assert tenant.http.get(url, headers=tenant.bearer()).status_code == 200
    assert tenant.http.post(url, json={}, headers=tenant.bearer()).status_code == 405


def test_verbs(fresh: RunningTenant) -> None:
    created = fresh.odata("EmployeeSample", "POST", json={"FirstName": "Mary"})
    assert created.status_code == 201
    path = f"EmployeeSample({created.json()['ID']})"
    assert fresh.odata(path, "PUT", json={"LastName": "Jackson"}).status_code == 204
    assert fresh.odata(path).json()["LastName"] == "Jackson"
    assert fresh.odata("EmployeeSample?$top=1").status_code == 200
    promoted = {"ID": created.json()["ID"], "Joblevel": "Lead"}
    assert fresh.odata("EmployeeSample/Promote", "POST", json=promoted).status_code == 200
    assert fresh.odata(path, "DELETE").status_code == 204


def test_system_names(tenant: RunningTenant) -> None:
    titles = {entry["name"]: entry["title"] for entry in tenant.odata().json()["value"]}
    assert titles["OData_2024Budget"] == "2024 Budget"
    assert tenant.odata("OData_2024Budget").status_code == 200
    assert tenant.odata(quote("2024 Budget")).status_code == 404


def test_service_document(tenant: RunningTenant) -> None:
    names = [entry["name"] for entry in tenant.odata().json()["value"]]
    assert {"EmployeeSample", "testsmartboxsmoes"} <= set(names)


def test_metadata_on_the_base_url(tenant: RunningTenant) -> None:
    document = ElementTree.fromstring(tenant.odata("$metadata").content)
    assert next(document.iter(f"{EDM}Property")).get("Type") == "Edm.Int64"
    for action in document.iter(f"{EDM}Action"):
        names = [parameter.get("Name") for parameter in action.iter(f"{EDM}Parameter")]
        assert names == ["bindingParameter"]
    assert tenant.odata("EmployeeSample/$metadata").status_code == 404


def test_nothing_published_by_default(faulty: RunningTenant) -> None:
    faulty.set_fault("nothing_published")
    answer = faulty.odata()
    assert (answer.status_code, answer.json()["value"]) == (200, [])


def test_publishing_takes_time(fresh: RunningTenant) -> None:
    answer = fresh.control("publish", "POST", json={"smartobject": "TravelExpenses"})
    assert answer.json()["delay"] == 30
    assert fresh.odata("TravelExpenses").status_code == 404
    url = fresh.start["odata"].replace("odatav4/v4/", "odata/op/refresh")
    fresh.http.get(url, headers=fresh.bearer())
    assert fresh.odata("TravelExpenses").status_code == 200


def test_record_limit(tenant: RunningTenant) -> None:
    for base, mark in ((tenant.start["odata"], "@odata."), (tenant.start["odata_v3"], "odata.")):
        body = tenant.http.get(base + "EmployeeSample", headers=tenant.bearer()).json()
        assert len(body["value"]) == 1000
        assert body[f"{mark}nextLink"]


def test_key_types(tenant: RunningTenant) -> None:
    guid = tenant.odata("PurchaseRequests?$top=1").json()["value"][0]["Request_ID"]
    for path in ("EmployeeSample(1)", "OData_2024Budget(1.10)", "Suppliers('SUP-0001')",
                 f"PurchaseRequests({guid})"):  # fmt: skip
        assert tenant.odata(path).status_code == 200
    document = ElementTree.fromstring(tenant.odata("$metadata").content)
    for entity_type in document.iter(f"{EDM}EntityType"):
        first = next(entity_type.iter(f"{EDM}Property"))
        assert next(entity_type.iter(f"{EDM}PropertyRef")).get("Name") == first.get("Name")


def test_only_lists_are_published(tenant: RunningTenant) -> None:
    (unlisted,) = (entry.name for entry in CATALOGUE if not entry.has_list)
    for base in (tenant.start["odata"], tenant.start["odata_v3"]):
        for path in ("?$format=json", "$metadata"):
            document = tenant.http.get(base + path, headers=tenant.bearer()).text
            assert "EmployeeSample" in document
            assert unlisted not in document
        answer = tenant.http.get(base + unlisted, headers=tenant.bearer())
        assert answer.status_code == 404


def test_employee_sample(tenant: RunningTenant) -> None:
    row = tenant.odata("EmployeeSample?$top=1").json()["value"][0]
    names = ["ID", "FirstName", "LastName", "HireDate", "DepartmentCode", "Joblevel"]
    assert list(row)[: len(names)] == names


# --- Workflow REST --------------------------------------------------------------------------


def test_workflow_base_url(tenant: RunningTenant) -> None:
    base = tenant.start["workflow"]
    assert base.endswith("/api/workflow/v1")
    for path in ("/api/workflow/preview/tasks", "/API/WORKFLOW/V1/TASKS"):
        url = base.replace("/api/workflow/v1", path)
        assert tenant.http.get(url, headers=tenant.bearer()).status_code == 200


def test_swagger(tenant: RunningTenant) -> None:
    assert tenant.workflow("docs").json()["swagger"] == "2.0"


@pytest.mark.parametrize(
    "path",
    [
        "tasks", "tasks?state=Available", "tasks/8163_16", "tasks/8163_16/actions", "workflows",
        "workflows?type=startable", "workflows/41", "workflows/41/schema", "serverEvents/8163_16",
    ],
)  # fmt: skip
def test_workflow_reads(tenant: RunningTenant, path: str) -> None:
    assert tenant.workflow(path).status_code == 200


def test_task_actions(fresh: RunningTenant) -> None:
    def act(action: str, **arguments: object) -> int:
        path = f"tasks/8163_16/actions/{action}"
        return fresh.workflow(path, "POST", **arguments).status_code

    assert act("assign") == 204
    assert act("release") == 204
    assert act("sleep", json={"SleepFor": 60}) == 204
    assert act("wake") == 204
    assert act("sleep", json={"SleepUntil": "2999-01-01T00:00:00Z"}) == 204
    assert act("wake") == 204
    assert act("delegate", json={"DelegateTo": "K2:DENALLIX\\ada"}) == 400
    assert act("redirect", json={"RedirectTo": "K2:DENALLIX\\ada"}) == 204


def test_custom_actions(fresh: RunningTenant) -> None:
    body = {"dataFields": {}, "xmlFields": [], "itemReferences": {}}
    path = "tasks/8163_16/actions/Ask%20for%20Changes"
    assert fresh.workflow(path, "POST", json=body).status_code == 204
    assert fresh.workflow("tasks/8163_16").status_code == 404


def test_start_a_workflow(fresh: RunningTenant) -> None:
    for body in ({}, {"folio": "F", "priority": 1, "expectedDuration": 60, "dataFields": {},
                      "xmlFields": [], "itemReferences": {}}):  # fmt: skip
        answer = fresh.workflow("workflows/41", "POST", json=body)
        assert answer.status_code in (200, 201)
        assert isinstance(answer.json(), int)


def test_workflow_lists(tenant: RunningTenant) -> None:
    for name in ("tasks", "workflows"):
        body = tenant.workflow(name).json()
        assert set(body) == {"itemCount", name}
        assert body["itemCount"] == len(body[name]) > 0
    fields = {"id", "defaultVersionId", "name", "folder", "systemName"}
    assert set(tenant.workflow("workflows").json()["workflows"][0]) == fields


def test_task_shape(tenant: RunningTenant) -> None:
    task = tenant.workflow("tasks/8163_16").json()
    assert list(task) == [
        "serialNumber", "status", "taskStartDate", "priority", "formURL", "viewFlowURL",
        "workflowDisplayName", "workflowInstanceID", "workflowInstanceFolio", "activityName",
        "eventName", "originator", "actions", "instruction",
    ]  # fmt: skip
    assert re.fullmatch(r"[0-9-]{10}T[0-9:]{8}\.[0-9]{3}", task["taskStartDate"])
    assert set(task["originator"]) == {"username", "fqn", "email", "manager", "displayName"}
    offered = {
        entry["status"]: entry["actions"]["systemActions"]
        for entry in tenant.workflow("tasks").json()["tasks"]
    }
    assert "Allocate" in offered["Available"]
    assert "Release" in offered["Open"]


def test_workflow_schema(tenant: RunningTenant) -> None:
    assert set(tenant.workflow("workflows/41/schema").json()["properties"]) == {
        "folio", "priority", "expectedDuration", "dataFields", "xmlFields", "itemReferences",
    }  # fmt: skip


def test_workflow_error(tenant: RunningTenant) -> None:
    assert tenant.workflow("tasks/1_1").json() == {
        "Message": "Task could not be retrieved. Either access denied or not found."
    }


def test_account(fresh: RunningTenant) -> None:
    instance = fresh.workflow("workflows/41", "POST", json={}).json()
    tasks = fresh.workflow("tasks").json()["tasks"]
    (started,) = (task for task in tasks if task["workflowInstanceID"] == instance)
    assert started["originator"]["fqn"] == "K2SQL:ClientCredentialsApp"
    nothing = fresh.workflow("tasks", client="no-tasks")
    assert (nothing.status_code, nothing.json()) == (200, {"itemCount": 0, "tasks": []})


# --- SCIM -----------------------------------------------------------------------------------


def test_scim_path_token(tenant: RunningTenant) -> None:
    assert re.search(r"/tokens/[^/]+/scim/v2$", tenant.start["scim"])
    assert tenant.start["scim"].split("/")[2] != tenant.start["odata"].split("/")[2]
    assert tenant.scim("Users?count=1").status_code == 200
    assert tenant.http.get(tenant.start["scim"] + "/Users").status_code == 401


def test_scim_config_is_open(tenant: RunningTenant) -> None:
    origin = tenant.start["scim"].split("/tokens/")[0]
    url = f"{origin}/scim/v2/ServiceProviderConfig"
    assert tenant.http.get(url).status_code == 200


def test_scim_statuses(fresh: RunningTenant) -> None:
    kind = {"Content-Type": "application/scim+json"}
    user = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "n@x.example"}
    created = fresh.scim("Users", "POST", json=user, headers=kind)
    assert created.status_code == 201
    assert fresh.scim("Users", "POST", json=user, headers=kind).status_code == 409
    assert fresh.scim("Users", "POST", json={}, headers=kind).status_code == 400
    assert fresh.scim(f"Users/{created.json()['id']}").status_code == 200
    assert fresh.scim("Users/nobody").status_code == 404


def test_scim_cap(tenant: RunningTenant) -> None:
    body = tenant.scim("Users?count=500").json()
    assert (body["totalResults"], len(body["Resources"])) == (300, 100)
    (group,) = tenant.scim('Groups?filter=displayName eq "All Employees"').json()["Resources"]
    assert len(group["members"]) == 100
