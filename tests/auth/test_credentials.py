from dataclasses import replace

import pytest

from k2bench.auth.credentials import ClientCredentials, checked
from k2bench.core.problem import ProblemKind, Step, WorkbenchError
from k2bench.core.secret import Secret

GOOD = ClientCredentials(
    "https://login.onk2.com/g/connect/token", "idt.cc.x", Secret("s3cret"), "https://api.k2.com/"
)


def test_good_credentials_pass_unchanged() -> None:
    assert checked(GOOD) == (GOOD, ())


@pytest.mark.parametrize(
    ("wrong", "title"),
    [
        ({"token_url": "login.onk2.com"}, "not a URL"),
        ({"token_url": "  "}, "empty"),
        ({"client_id": " "}, "client id is missing"),
        ({"client_secret": Secret("")}, "secret is missing"),
        ({"client_secret": Secret(" \n")}, "secret is missing"),
    ],
)
def test_what_cannot_be_sent_is_refused(wrong: dict[str, object], title: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        checked(replace(GOOD, **wrong))
    assert title in caught.value.problem.title
    assert caught.value.problem.steps[0].step is Step.EDIT_FIELD


def test_plain_http_is_for_this_machine_only() -> None:
    with pytest.raises(WorkbenchError) as caught:
        checked(replace(GOOD, token_url="http://login.onk2.com/g/connect/token"))
    assert caught.value.problem.kind is ProblemKind.POLICY
    assert caught.value.problem.steps[0].value == "https://login.onk2.com/g/connect/token"
    assert checked(replace(GOOD, token_url="http://127.0.0.1:8080/t"))[0]


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        ({"token_url": " https://h/t\n"}, "Blanks around the URL"),
        ({"token_url": "https://u:pw@h/t"}, "user name and password"),
        ({"client_id": " idt.cc.x"}, "Blanks around the client id"),
        ({"scope": ""}, "No scope"),
        ({"client_secret": Secret("A" * 43 + "=")}, "looks like the hash"),
    ],
)
def test_what_is_odd_is_said_and_mended(odd: dict[str, object], words: str) -> None:
    ready, advice = checked(replace(GOOD, **odd))
    assert any(words in each.text for each in advice)
    assert "@" not in ready.token_url
    assert ready.token_url == ready.token_url.strip()
    assert ready.client_id == "idt.cc.x"
