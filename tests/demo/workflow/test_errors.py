from __future__ import annotations

from tests.demo.running import RunningTenant


def test_a_task_that_is_not_there_gets_the_vendors_words(tenant: RunningTenant) -> None:
    answer = tenant.workflow("tasks/1_1")
    assert answer.status_code == 404
    assert answer.json() == {
        "Message": "Task could not be retrieved. Either access denied or not found."
    }
