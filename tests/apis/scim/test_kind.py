import json
from dataclasses import replace

import pytest

from k2bench.apis import kind_of
from k2bench.apis.scim.kind import ScimKind, error_detail, next_page
from k2bench.apis.view import TableView
from k2bench.core.request import RequestSpec
from tests.apis.snapshots import CONTEXT, snapshot

USERS = "https://scim/tokens/****/scim/v2/Users"


def test_its_answers_are_found() -> None:
    for answer in (
        snapshot(b"{}", "application/scim+json"),
        snapshot(b"{}", url=USERS),
    ):
        assert kind_of(answer).name == "SCIM"
        assert kind_of(answer).views(answer, CONTEXT)[0] == TableView("Resources")
    assert ScimKind().priority(snapshot(b"{}", url="https://h/x")) < 0


def test_a_hundred_are_a_page() -> None:
    answer = replace(snapshot(url=USERS), request=RequestSpec("GET", "{{scim}}/Users"))
    note = ScimKind().page_note(answer, 100, None)
    assert note is not None
    assert note.next_step is not None
    assert note.next_step.value == "{{scim}}/Users?startIndex=101"
    assert ScimKind().page_note(answer, 99, None) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("{{scim}}/Users?count=100", "{{scim}}/Users?count=100&startIndex=101"),
        ("{{scim}}/Users?startIndex=101&count=5", "{{scim}}/Users?count=5&startIndex=201"),
        ("{{scim}}/Users?startIndex=-3", "{{scim}}/Users?startIndex=101"),
    ],
)
def test_the_next_page_starts_behind_this_one(url: str, expected: str) -> None:
    assert next_page(url, 100) == expected


def test_the_servers_own_words_lead() -> None:
    body = json.dumps({"status": "400", "scimType": "invalidFilter", "detail": "No."}).encode()
    answer = snapshot(body, "application/scim+json", 400)
    problem = ScimKind().explain(answer, CONTEXT)
    assert problem is not None
    assert problem.hint.startswith("The server says: No. (invalidFilter)")


@pytest.mark.parametrize("body", [b"", b"[]", b'{"detail":5}', b"[" * 9_999])
def test_odd_bodies_say_nothing(body: bytes) -> None:
    assert error_detail(snapshot(body, status=400)) == ""
    assert ScimKind().explain(snapshot(body, status=400), CONTEXT) is not None


def test_the_next_page_of_an_address_that_is_half_typed() -> None:
    assert next_page("http://[::1/Users?startIndex=3", 2) == "http://[::1/Users?startIndex=5"
