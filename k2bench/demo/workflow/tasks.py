"""Tasks, and what can be done with them in each state."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from k2bench.demo.workflow.definitions import Activity, Workflow


class Status(Enum):
    """The state of a task on a worklist."""

    AVAILABLE = "Available"
    OPEN = "Open"
    SLEEP = "Sleep"


SYSTEM_ACTIONS: dict[Status, tuple[str, ...]] = {
    Status.AVAILABLE: ("Allocate", "Redirect", "Sleep"),
    Status.OPEN: ("Release", "Redirect", "Sleep"),
    Status.SLEEP: ("Wake", "Redirect"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who started a workflow."""

    username: str
    display_name: str
    email: str
    manager: str


@dataclass(slots=True)
class Task:
    """One task of the worklist.

    Attributes:
        instance: The workflow instance; the first half of the serial number.
        destination: The second half.
        started: Seconds since 1970.
        asleep_until: Seconds since 1970; it wakes by itself then.
        before_sleep: The state that it wakes up to.
    """

    workflow: Workflow
    activity: Activity
    instance: int
    destination: int
    folio: str
    priority: int
    started: float
    originator: Person
    data_fields: dict[str, Any] = field(default_factory=dict)
    status: Status = Status.AVAILABLE
    asleep_until: float = 0.0
    before_sleep: Status = Status.AVAILABLE

    @property
    def serial_number(self) -> str:
        """Instance and destination, as in `8163_16`."""
        return f"{self.instance}_{self.destination}"

    def sleep(self, until: float) -> None:
        """Puts the task to sleep."""
        if self.status is not Status.SLEEP:
            self.before_sleep = self.status
        self.status, self.asleep_until = Status.SLEEP, until

    def wake(self) -> None:
        """Brings it back to the state it slept in from."""
        self.status, self.asleep_until = self.before_sleep, 0.0
