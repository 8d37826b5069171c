"""The JSON of tasks and workflows, field by field as the vendor's pages show it (k2-facts.md)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from k2bench.demo.workflow.definitions import Workflow
from k2bench.demo.workflow.tasks import SYSTEM_ACTIONS, Person, Task


def task_json(task: Task, origin: str) -> dict[str, Any]:
    """A task; its start date has no time zone, as K2's has none."""
    started = dt.datetime.fromtimestamp(task.started, dt.UTC).replace(tzinfo=None)
    return {
        "serialNumber": task.serial_number,
        "status": task.status.value,
        "taskStartDate": started.isoformat(timespec="milliseconds"),
        "priority": task.priority,
        "formURL": f"{origin}/Runtime/Runtime/Form/Task/?SN={task.serial_number}",
        "viewFlowURL": f"{origin}/ViewFlow/ViewFlow.aspx?ProcessID={task.instance}",
        "workflowDisplayName": task.workflow.name,
        "workflowInstanceID": task.instance,
        "workflowInstanceFolio": task.folio,
        "activityName": task.activity.name,
        "eventName": task.activity.event,
        "originator": _person_json(task.originator),
        "actions": actions_json(task),
        "instruction": task.activity.instruction,
    }


def actions_json(task: Task) -> dict[str, list[str]]:
    """The actions that a task offers in its state, in K2's three lists."""
    single = task.activity.single_only
    names = task.activity.actions
    return {
        "nonBatchableActions": [name for name in names if name in single],
        "batchableActions": [name for name in names if name not in single],
        "systemActions": list(SYSTEM_ACTIONS[task.status]),
    }


def workflow_json(workflow: Workflow) -> dict[str, Any]:
    """A workflow as the list has it."""
    return {
        "id": workflow.id,
        "defaultVersionId": workflow.version_id,
        "name": workflow.name,
        "folder": workflow.folder,
        "systemName": workflow.system_name,
    }


def event_json(task: Task) -> dict[str, Any]:
    """A server event that waits to be finished by another system."""
    return {
        "serialNumber": task.serial_number,
        "workflowInstanceID": task.instance,
        "workflowInstanceFolio": task.folio,
        "workflowDisplayName": task.workflow.name,
        "activityName": task.activity.name,
        "eventName": task.activity.event,
        "dataFields": task.data_fields,
    }


def _person_json(person: Person) -> dict[str, str]:
    return {
        "username": person.username.partition(":")[2] or person.username,
        "fqn": person.username,
        "email": person.email,
        "manager": person.manager,
        "displayName": person.display_name,
    }
