import json

import pytest

from k2bench.apis.odata.notes import notes_of, page_note
from k2bench.core.problem import Step
from tests.apis.snapshots import CONTEXT, snapshot

ROOT = "https://h/api/odatav4/v4/"


def empty(**more: object) -> bytes:
    return json.dumps({"@odata.context": "c", "value": [], **more}).encode()


def test_an_empty_service_document_is_normal() -> None:
    (note,) = notes_of(snapshot(empty(), url=ROOT), CONTEXT)
    assert "Management > Integration > APIs" in note.text
    assert note.next_step is not None
    assert (note.next_step.step, note.next_step.value) == (Step.SHOW_HELP, "publishing")
    v3 = snapshot(b'{"d":{"EntitySets":[]}}', url="https://h/api/odata/v3/")
    assert notes_of(v3, CONTEXT) == (note,)


def test_an_empty_list_may_be_a_question_of_rights() -> None:
    (note,) = notes_of(snapshot(empty(), url=ROOT + "EmployeeSample"), CONTEXT)
    assert note.next_step is not None
    assert note.next_step.step is Step.EXPLAIN_IDENTITY
    elsewhere = snapshot(empty(), url="https://other/api/odatav4/v4/X")
    assert notes_of(elsewhere, CONTEXT) == ()


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"value":[{}]}', b'{"d":5}', b"[" * 3_000, b" " * 5_000]
)
def test_nothing_else_is_noted(body: bytes) -> None:
    assert notes_of(snapshot(body, url=ROOT), CONTEXT) == ()
    assert notes_of(snapshot(empty(), url=ROOT, status=404), CONTEXT) == ()
    assert notes_of(snapshot(empty(), url="https://h/"), CONTEXT) == ()


def test_the_record_limit_is_said() -> None:
    answer = snapshot(url=ROOT + "A")
    note = page_note(answer, 1000, f"{ROOT}A?$skiptoken=1")
    assert note is not None
    assert "K2's record limit" in note.text
    assert note.next_step is not None
    assert note.next_step.value == f"{ROOT}A?$skiptoken=1"
    last = page_note(answer, 1000, None)
    assert last is not None
    assert last.next_step is None
    assert page_note(answer, 999, "A?x") is None
    assert page_note(snapshot(url=ROOT + "A?$top=1000"), 1000, None) is None


@pytest.mark.parametrize("link", ["https://elsewhere/A", "ftp://h/x", "//["])
def test_a_next_page_of_another_origin_is_not_offered(link: str) -> None:
    note = page_note(snapshot(url=ROOT + "A"), 1000, link)
    assert note is not None
    assert note.next_step is None


@pytest.mark.parametrize(
    ("query", "more"),
    [
        ("?$count=true&$top=0", {"@odata.count": 1234}),
        ("?$inlinecount=allpages&$top=0", {"odata.count": "1234"}),
    ],
)
def test_a_count_is_no_empty_list(query: str, more: dict[str, object]) -> None:
    (note,) = notes_of(snapshot(empty(**more), url=f"{ROOT}EmployeeSample{query}"), CONTEXT)
    assert note.text == "The count is 1,234; no row was asked for."
    (other,) = notes_of(snapshot(empty(**more), url=f"{ROOT}EmployeeSample?$top=01"), CONTEXT)
    assert other != note
