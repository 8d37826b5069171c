from __future__ import annotations

from k2bench.demo.workflow.api import match_pattern
from tests.demo.running import RunningTenant


def test_patterns_ignore_the_case_of_literal_parts() -> None:
    assert match_pattern("tasks/{serial}", ["Tasks", "A_b"]) == {"serial": "A_b"}
    assert match_pattern("tasks/{serial}", ["tasks"]) is None
    assert match_pattern("tasks", ["workflows"]) is None


def test_the_path_may_be_written_in_any_case(tenant: RunningTenant) -> None:
    base = tenant.start["workflow"]
    for path in ("/API/Workflow/V1/Tasks", "/api/workflow/preview/TASKS"):
        url = base.replace("/api/workflow/v1", path)
        assert tenant.http.get(url, headers=tenant.bearer()).json()["itemCount"] >= 1


def test_what_is_not_there(tenant: RunningTenant) -> None:
    assert "No HTTP resource" in tenant.workflow("nothing").json()["Message"]
    assert tenant.workflow("tasks/8163_16/actions/delegate", "POST").status_code == 400
    answer = tenant.workflow("tasks", "DELETE")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert tenant.workflow("workflows/41", "PUT").headers["allow"] == "GET, POST"
    assert "does not support http method 'DELETE'" in answer.json()["Message"]


def test_another_client_sees_nothing(tenant: RunningTenant) -> None:
    for path, name in (("tasks", "tasks"), ("workflows", "workflows")):
        answer = tenant.workflow(path, client="no-tasks")
        assert answer.status_code == 200
        assert answer.json() == {"itemCount": 0, name: []}
    assert tenant.workflow("tasks/8163_16", client="no-tasks").status_code == 404
    assert tenant.workflow("workflows/41", client="no-tasks").status_code == 404


def test_needs_a_bearer(tenant: RunningTenant) -> None:
    assert tenant.http.get(f"{tenant.start['workflow']}/tasks").status_code == 401
