"""A worklist's life over the wire."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from tests.demo.running import RunningTenant


def tasks(tenant: RunningTenant, query: str = "") -> dict[str, Any]:
    body = tenant.workflow(f"tasks{query}").json()
    assert body["itemCount"] == len(body["tasks"])
    return {task["serialNumber"]: task for task in body["tasks"]}


def act(tenant: RunningTenant, serial: str, action: str, **arguments: Any) -> int:
    path = f"tasks/{serial}/actions/{quote(action, safe='')}"
    return tenant.workflow(path, "POST", **arguments).status_code


def test_a_task_through_its_states(fresh: RunningTenant) -> None:
    serial = "8163_16"
    assert act(fresh, serial, "assign") == 204
    assert tasks(fresh)[serial]["status"] == "Open"
    assert "Release" in fresh.workflow(f"tasks/{serial}/actions").json()["systemActions"]
    assert act(fresh, serial, "assign") == 400
    assert act(fresh, serial, "release") == 204
    assert act(fresh, serial, "sleep", json={"SleepFor": 3600}) == 204
    assert serial not in tasks(fresh)
    assert set(tasks(fresh, "?state=Sleep")) == {serial}
    assert act(fresh, serial, "wake") == 204
    assert serial in tasks(fresh, "?state=available,open")
    assert act(fresh, serial, "redirect", json={"RedirectTo": "K2:DENALLIX\\ada"}) == 204
    assert fresh.workflow(f"tasks/{serial}").status_code == 404
    assert fresh.workflow("tasks?state=nonsense").status_code == 400


def test_actions_with_blanks_finish_a_task(fresh: RunningTenant) -> None:
    body = {"dataFields": {"Quantity": 3}, "xmlFields": [], "itemReferences": {}}
    assert act(fresh, "8163_16", "Ask for Changes", json=body) == 204
    assert "8163_16" not in tasks(fresh)
    (rework,) = (t for t in tasks(fresh).values() if t["workflowInstanceID"] == 8163)
    assert rework["activityName"] == "Rework"
    assert act(fresh, rework["serialNumber"], "Submit Again") == 204
    assert act(fresh, "8163_16", "Approve") == 404


def test_starting_a_workflow_makes_a_task(fresh: RunningTenant) -> None:
    answer = fresh.workflow("workflows/41", "POST", json={})
    assert answer.status_code == 201
    assert answer.text.isdigit()
    (task,) = (t for t in tasks(fresh).values() if t["workflowInstanceID"] == answer.json())
    assert task["originator"]["fqn"] == "K2SQL:ClientCredentialsApp"
    full = {
        "folio": "Käse & Brot",
        "priority": 0,
        "expectedDuration": 86_400,
        "dataFields": {"Amount": 12.5, "Urgent": True},
        "xmlFields": [],
        "itemReferences": {},
    }
    instance = fresh.workflow("workflows/41", "POST", json=full).json()
    (task,) = (t for t in tasks(fresh).values() if t["workflowInstanceID"] == instance)
    assert (task["workflowInstanceFolio"], task["priority"]) == ("Käse & Brot", 0)
    event = fresh.workflow(f"serverEvents/{task['serialNumber']}").json()
    assert event["dataFields"] == {"Amount": 12.5, "Urgent": True}
    assert fresh.workflow("workflows/57", "POST", json={}).status_code == 400


def test_reading_workflows(tenant: RunningTenant) -> None:
    listed = tenant.workflow("workflows").json()
    startable = tenant.workflow("workflows?type=startable").json()
    assert (listed["itemCount"], startable["itemCount"]) == (3, 2)
    assert set(listed["workflows"][0]) == {
        "id", "defaultVersionId", "name", "folder", "systemName",
    }  # fmt: skip
    assert tenant.workflow("workflows/41").json() == listed["workflows"][0]
    assert tenant.workflow("workflows/41/schema").json()["type"] == "object"
    assert tenant.workflow("workflows/99").status_code == 404
    assert tenant.workflow("workflows?type=odd").status_code == 400
    assert tenant.workflow("serverEvents/1_1").status_code == 404
