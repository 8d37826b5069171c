from __future__ import annotations

from k2bench.demo.workflow.definitions import WORKFLOWS


def test_every_action_leads_to_an_activity_or_ends() -> None:
    for workflow in WORKFLOWS:
        names = {activity.name for activity in workflow.activities}
        for activity in workflow.activities:
            assert {name for name in activity.actions.values() if name} <= names
            assert activity.single_only <= set(activity.actions)


def test_ids_are_unique_and_some_actions_have_blanks() -> None:
    assert len({workflow.id for workflow in WORKFLOWS}) == len(WORKFLOWS)
    actions = [a for w in WORKFLOWS for activity in w.activities for a in activity.actions]
    assert any(" " in action for action in actions)
