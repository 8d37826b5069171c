from __future__ import annotations

from k2bench.demo.workflow.definitions import PURCHASE_APPROVAL
from k2bench.demo.workflow.seed import fill
from k2bench.demo.workflow.wire import actions_json, event_json, task_json, workflow_json
from k2bench.demo.workflow.worklist import Worklist


def worklist() -> Worklist:
    made = Worklist(lambda: 1_700_000_000.0)
    fill(made)
    return made


def test_a_task_has_exactly_the_fields_of_k2() -> None:
    body = task_json(worklist().find("8163_16"), "http://k2")
    assert set(body) == {
        "serialNumber", "status", "taskStartDate", "priority", "formURL", "viewFlowURL",
        "workflowDisplayName", "workflowInstanceID", "workflowInstanceFolio", "activityName",
        "eventName", "originator", "actions", "instruction",
    }  # fmt: skip
    assert body["taskStartDate"] == "2023-11-14T20:13:20.000"
    assert set(body["originator"]) == {"username", "fqn", "email", "manager", "displayName"}


def test_actions_are_sorted_into_three_lists() -> None:
    assert actions_json(worklist().find("8163_16")) == {
        "nonBatchableActions": ["Ask for Changes"],
        "batchableActions": ["Approve", "Reject"],
        "systemActions": ["Allocate", "Redirect", "Sleep"],
    }


def test_a_workflow_and_an_event() -> None:
    assert workflow_json(PURCHASE_APPROVAL)["systemName"] == "Finance\\Purchase Approval"
    event = event_json(worklist().find("8163_16"))
    assert event["serialNumber"] == "8163_16"
    assert event["dataFields"]["Quantity"] == 5
