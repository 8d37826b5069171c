"""The worklist of `K2SQL:ClientCredentialsApp`: tasks come, change their state and are finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from k2bench.demo.workflow.definitions import WORKFLOWS, Workflow
from k2bench.demo.workflow.errors import NO_TASK, NO_WORKFLOW, bad_request, not_found
from k2bench.demo.workflow.tasks import Person, Status, Task

ACCOUNT = "K2SQL:ClientCredentialsApp"
ACCOUNT_PERSON = Person(ACCOUNT, "ClientCredentialsApp", "", "")

FIRST_INSTANCE = 8_200
FIRST_DESTINATION = 100


@dataclass(slots=True)
class Worklist:
    """All tasks of the account; runs on the event loop's thread.

    Attributes:
        now: The tenant's clock, in seconds since 1970.
        tasks: By serial number, oldest first.
    """

    now: Callable[[], float]
    tasks: dict[str, Task] = field(default_factory=dict)
    _instances: int = FIRST_INSTANCE
    _destinations: int = FIRST_DESTINATION

    def add(self, task: Task) -> None:
        """Puts a task on the list."""
        self.tasks[task.serial_number] = task

    def visible(self, statuses: frozenset[Status] | None) -> list[Task]:
        """The tasks in one of the states; without states, all but those asleep."""
        self._wake_the_rested()
        wanted = statuses or frozenset({Status.AVAILABLE, Status.OPEN})
        return [task for task in self.tasks.values() if task.status in wanted]

    def find(self, serial_number: str) -> Task:
        """The task with this serial number.

        Raises:
            WorkflowError: 404 when there is none.
        """
        self._wake_the_rested()
        task = self.tasks.get(serial_number)
        if task is None:
            raise not_found(NO_TASK)
        return task

    def assign(self, task: Task) -> None:
        """Allocates an available task to the account."""
        self._require(task, Status.AVAILABLE)
        task.status = Status.OPEN

    def release(self, task: Task) -> None:
        """Gives an open task back."""
        self._require(task, Status.OPEN)
        task.status = Status.AVAILABLE

    def wake(self, task: Task) -> None:
        """Wakes a task that is asleep."""
        self._require(task, Status.SLEEP)
        task.wake()

    def redirect(self, task: Task, user: str) -> None:
        """Hands a task to another user, on whose worklist it is then, and not on this one."""
        if user.casefold() != ACCOUNT.casefold():
            del self.tasks[task.serial_number]

    def complete(self, task: Task, action: str, data_fields: dict[str, Any]) -> None:
        """Takes a custom action: the task is finished, the workflow goes on or ends.

        Raises:
            WorkflowError: 400 when the task does not offer the action.
        """
        if action not in task.activity.actions:
            raise bad_request(f"The action '{action}' is not available on this task.")
        del self.tasks[task.serial_number]
        following = task.activity.actions[action]
        if following is not None:
            self._destinations += 1
            self.add(
                Task(
                    workflow=task.workflow,
                    activity=task.workflow.activity(following),
                    instance=task.instance,
                    destination=self._destinations,
                    folio=task.folio,
                    priority=task.priority,
                    started=self.now(),
                    originator=task.originator,
                    data_fields=task.data_fields | data_fields,
                )
            )

    def start(
        self, workflow: Workflow, folio: str | None, priority: int, fields: dict[str, Any]
    ) -> int:
        """Starts a workflow, whose first task lands on this worklist; returns the instance's id."""
        self._instances += 1
        self._destinations += 1
        self.add(
            Task(
                workflow=workflow,
                activity=workflow.activities[0],
                instance=self._instances,
                destination=self._destinations,
                folio=folio or f"{workflow.name} {self._instances}",
                priority=priority,
                started=self.now(),
                originator=ACCOUNT_PERSON,
                data_fields=fields,
            )
        )
        return self._instances

    def _require(self, task: Task, status: Status) -> None:
        if task.status is not status:
            raise bad_request(
                f"The task is {task.status.value}; this action needs it to be {status.value}."
            )

    def _wake_the_rested(self) -> None:
        now = self.now()
        for task in self.tasks.values():
            if task.status is Status.SLEEP and task.asleep_until <= now:
                task.wake()


def find_workflow(workflow_id: str) -> Workflow:
    """The workflow with this id.

    Raises:
        WorkflowError: 404 when there is none.
    """
    for workflow in WORKFLOWS:
        if str(workflow.id) == workflow_id:
            return workflow
    raise not_found(NO_WORKFLOW)
