"""The tasks that wait on the worklist when the tenant starts."""

from __future__ import annotations

from k2bench.demo.workflow.definitions import INVOICE_CHECK, LEAVE_REQUEST, PURCHASE_APPROVAL
from k2bench.demo.workflow.tasks import Person, Status, Task
from k2bench.demo.workflow.worklist import Worklist

HOUR = 3600.0

ADA = Person("K2:DENALLIX\\ada", "Ada Lovelace", "ada@denallix.example", "K2:DENALLIX\\charles")
GRACE = Person("K2:DENALLIX\\grace", "Grace Hopper", "grace@denallix.example", "K2:DENALLIX\\ada")
KURT = Person("AAD:kurt@denallix.example", "Kurt Gödel", "kurt@denallix.example", "")

# workflow, activity, instance, destination, folio, priority, hours ago, who, data fields, status
_TASKS = (
    (PURCHASE_APPROVAL, 0, 8163, 16, "PO-2024-0117: Laptops for the lab", 0, 2, ADA,
     {"Supplier": "SUP-0003", "Amount": 12499.5, "Quantity": 5, "Urgent": True}, Status.AVAILABLE),
    (PURCHASE_APPROVAL, 1, 8165, 19, "PO-2024-0118: Bücher & Zeitschriften", 1, 26, GRACE,
     {"Supplier": "SUP-0008", "Amount": 318.2, "Quantity": 12, "Urgent": False}, Status.OPEN),
    (LEAVE_REQUEST, 0, 8170, 24, "Leave: Kurt Gödel, 10 days", 1, 49, KURT,
     {"First Day": "2024-07-01", "Days": 10}, Status.AVAILABLE),
    (LEAVE_REQUEST, 0, 8171, 25, "Leave: Grace Hopper, 1 day", 2, 50, GRACE,
     {"First Day": "2024-05-10", "Days": 1}, Status.AVAILABLE),
    (INVOICE_CHECK, 0, 8188, 41, "Invoice 4711 / \"Café\" 100%", 1, 120, KURT,
     {"Invoice Number": "4711"}, Status.AVAILABLE),
)  # fmt: skip


def fill(worklist: Worklist) -> None:
    """Puts the first tasks on an empty worklist."""
    now = worklist.now()
    for workflow, step, instance, destination, folio, priority, age, who, fields, status in _TASKS:
        worklist.add(
            Task(
                workflow=workflow,
                activity=workflow.activities[step],
                instance=instance,
                destination=destination,
                folio=folio,
                priority=priority,
                started=now - age * HOUR,
                originator=who,
                data_fields=dict(fields),
                status=status,
            )
        )
