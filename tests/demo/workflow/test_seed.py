from __future__ import annotations

from k2bench.demo.workflow.seed import fill
from k2bench.demo.workflow.tasks import Status
from k2bench.demo.workflow.worklist import FIRST_INSTANCE, Worklist


def test_the_first_tasks_cover_both_states_and_leave_room_for_new_ids() -> None:
    worklist = Worklist(lambda: 1_700_000_000.0)
    fill(worklist)
    tasks = list(worklist.tasks.values())
    assert tasks[0].serial_number == "8163_16"
    assert {task.status for task in tasks} == {Status.AVAILABLE, Status.OPEN}
    assert all(task.instance <= FIRST_INSTANCE for task in tasks)
    for task in tasks:
        assert set(task.data_fields) == {field.name for field in task.workflow.fields}
