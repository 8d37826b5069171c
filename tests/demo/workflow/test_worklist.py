from __future__ import annotations

import pytest

from k2bench.demo.workflow.definitions import LEAVE_REQUEST, PURCHASE_APPROVAL
from k2bench.demo.workflow.errors import WorkflowError
from k2bench.demo.workflow.seed import fill
from k2bench.demo.workflow.tasks import Status
from k2bench.demo.workflow.worklist import ACCOUNT, Worklist, find_workflow


class Time:
    """A clock that stands still."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def worklist() -> Worklist:
    made = Worklist(Time())
    fill(made)
    return made


def test_assign_and_release_go_back_and_forth(worklist: Worklist) -> None:
    task = worklist.find("8163_16")
    worklist.assign(task)
    assert task.status is Status.OPEN
    with pytest.raises(WorkflowError, match="Available"):
        worklist.assign(task)
    worklist.release(task)
    assert task.status is Status.AVAILABLE
    with pytest.raises(WorkflowError):
        worklist.release(task)


def test_a_sleeping_task_is_hidden_until_it_wakes(worklist: Worklist) -> None:
    task = worklist.find("8165_19")
    task.sleep(worklist.now() + 60)
    assert task not in worklist.visible(None)
    assert worklist.visible(frozenset({Status.SLEEP})) == [task]
    worklist.now.seconds += 61  # type: ignore[attr-defined]
    assert task in worklist.visible(None)
    assert task.status is Status.OPEN
    task.sleep(worklist.now() + 60)
    worklist.wake(task)
    assert task.status is Status.OPEN


def test_a_redirected_task_leaves_the_list(worklist: Worklist) -> None:
    task = worklist.find("8163_16")
    worklist.redirect(task, ACCOUNT.lower())
    assert worklist.find("8163_16") is task
    worklist.redirect(task, "K2:DENALLIX\\ada")
    with pytest.raises(WorkflowError, match="Either access denied"):
        worklist.find("8163_16")


def test_an_action_leads_to_the_next_activity_or_ends(worklist: Worklist) -> None:
    size = len(worklist.tasks)
    worklist.complete(worklist.find("8163_16"), "Ask for Changes", {"Quantity": 4})
    (rework,) = (t for t in worklist.tasks.values() if t.instance == 8163)
    assert rework.activity.name == "Rework"
    assert rework.serial_number != "8163_16"
    assert rework.data_fields["Quantity"] == 4
    worklist.complete(rework, "Cancel the Request", {})
    assert len(worklist.tasks) == size - 1


def test_an_action_of_another_task_is_refused(worklist: Worklist) -> None:
    with pytest.raises(WorkflowError, match="not available"):
        worklist.complete(worklist.find("8163_16"), "Reject with Comment", {})


def test_starting_makes_a_task(worklist: Worklist) -> None:
    instance = worklist.start(LEAVE_REQUEST, None, 2, {"Days": 3})
    (task,) = (t for t in worklist.tasks.values() if t.instance == instance)
    assert task.folio == f"Leave Request {instance}"
    assert task.originator.username == ACCOUNT


def test_workflows_are_found_by_id() -> None:
    assert find_workflow("41") is PURCHASE_APPROVAL
    with pytest.raises(WorkflowError):
        find_workflow("041")
