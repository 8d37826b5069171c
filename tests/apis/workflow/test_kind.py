import pytest

from k2bench.apis import kind_of
from k2bench.apis.view import TableView
from k2bench.apis.workflow.kind import WorkflowKind
from k2bench.core.problem import Step
from tests.apis.snapshots import CONTEXT, snapshot

TASKS = "https://h/api/workflow/v1/tasks?state=x"


@pytest.mark.parametrize(
    ("url", "member"),
    [
        (TASKS, "tasks"),
        ("https://h/api/Workflow/Preview/Workflows", "workflows"),
        ("https://h/api/workflow/v1/tasks/8163_16", "tasks"),
        ("https://h/api/workflow/v1/serverEvents/1", ""),
    ],
)
def test_its_lists_are_found(url: str, member: str) -> None:
    answer = snapshot(b"{}", url=url)
    assert kind_of(answer).name == "Workflow REST"
    assert kind_of(answer).views(answer, CONTEXT)[0] == TableView(member)


def test_others_are_not_its_own() -> None:
    assert WorkflowKind().priority(snapshot(b"{}", url="https://h/api/odatav4/v4/x")) < 0
    assert WorkflowKind().priority(snapshot(b"<p>", "text/html", url=TASKS)) < 0


def test_an_empty_list_is_normal() -> None:
    (note,) = WorkflowKind().notes(snapshot(b'{"itemCount":0,"tasks":[]}', url=TASKS), CONTEXT)
    assert "K2SQL:ClientCredentialsApp" in note.text
    assert note.next_step is not None
    assert note.next_step.step is Step.EXPLAIN_IDENTITY
    for body in (b'{"itemCount":1}', b"[]", b"{", b"5"):
        assert WorkflowKind().notes(snapshot(body, url=TASKS), CONTEXT) == ()


def test_the_servers_own_words_lead() -> None:
    body = b'{"Message":"Task could not be retrieved."}'
    problem = WorkflowKind().explain(snapshot(body, url=TASKS, status=404), CONTEXT)
    assert problem is not None
    assert problem.hint.startswith("The server says: Task could not be retrieved.")
    plain = WorkflowKind().explain(snapshot(b'{"Message":5}', url=TASKS, status=404), CONTEXT)
    assert plain is not None
    assert not plain.hint.startswith("The server says")
    assert WorkflowKind().explain(snapshot(b"{}", url=TASKS), CONTEXT) is None
