"""The workflows of the tenant: their data fields, their steps, and where each action leads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataField:
    """An input of a workflow.

    Attributes:
        type: A type of JSON Schema: string, integer, number or boolean.
    """

    name: str
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class Activity:
    """A step that makes a task.

    Attributes:
        actions: Action name -> the next activity's name; None ends the workflow.
        single_only: The actions that must be taken for one task at a time.
    """

    name: str
    event: str
    instruction: str
    actions: dict[str, str | None]
    single_only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Workflow:
    """A deployed workflow.

    Attributes:
        activities: The first one makes the first task.
        startable: Whether this account may start it.
    """

    id: int
    version_id: int
    name: str
    folder: str
    system_name: str
    fields: tuple[DataField, ...]
    activities: tuple[Activity, ...]
    startable: bool = True

    def activity(self, name: str) -> Activity:
        """The activity with this name."""
        return next(entry for entry in self.activities if entry.name == name)


PURCHASE_APPROVAL = Workflow(
    id=41,
    version_id=207,
    name="Purchase Approval",
    folder="Finance",
    system_name="Finance\\Purchase Approval",
    fields=(
        DataField("Supplier", "string", "Supplier"),
        DataField("Amount", "number", "Amount"),
        DataField("Quantity", "integer", "Quantity"),
        DataField("Urgent", "boolean", "Urgent"),
    ),
    activities=(
        Activity(
            "Manager Approval",
            "Approve purchase",
            "Check the amount against the budget of the cost centre.",
            {"Approve": "Finance Approval", "Reject": None, "Ask for Changes": "Rework"},
            frozenset({"Ask for Changes"}),
        ),
        Activity(
            "Finance Approval",
            "Release payment",
            "Release the payment or send the request back.",
            {"Approve": None, "Reject": None},
        ),
        Activity(
            "Rework",
            "Change the request",
            "Change what the manager asked for and submit again.",
            {"Submit Again": "Manager Approval", "Cancel the Request": None},
            frozenset({"Cancel the Request"}),
        ),
    ),
)

LEAVE_REQUEST = Workflow(
    id=42,
    version_id=188,
    name="Leave Request",
    folder="Human Resources",
    system_name="HR\\Leave Request",
    fields=(
        DataField("First Day", "string", "First day"),
        DataField("Days", "integer", "Days"),
    ),
    activities=(
        Activity(
            "Approve Leave",
            "Approve leave",
            "Look at the team's calendar first.",
            {"Approve": None, "Reject with Comment": None},
            frozenset({"Reject with Comment"}),
        ),
    ),
)

INVOICE_CHECK = Workflow(
    id=57,
    version_id=311,
    name="Invoice Check",
    folder="Finance",
    system_name="Finance\\Invoice Check",
    fields=(DataField("Invoice Number", "string", "Invoice number"),),
    activities=(
        Activity(
            "Check Invoice",
            "Check invoice",
            "Compare the invoice with the order.",
            {"OK": None, "Not OK": None},
        ),
    ),
    startable=False,
)

WORKFLOWS: tuple[Workflow, ...] = (PURCHASE_APPROVAL, LEAVE_REQUEST, INVOICE_CHECK)
