from __future__ import annotations

from k2bench.demo.workflow.seed import fill
from k2bench.demo.workflow.tasks import SYSTEM_ACTIONS, Status
from k2bench.demo.workflow.worklist import Worklist


def test_each_state_offers_its_actions() -> None:
    assert "Allocate" in SYSTEM_ACTIONS[Status.AVAILABLE]
    assert "Release" in SYSTEM_ACTIONS[Status.OPEN]
    assert "Wake" in SYSTEM_ACTIONS[Status.SLEEP]


def test_sleeping_twice_remembers_the_state_before() -> None:
    worklist = Worklist(lambda: 0.0)
    fill(worklist)
    task = worklist.find("8165_19")
    task.sleep(1)
    task.sleep(2)
    task.wake()
    assert task.status is Status.OPEN
