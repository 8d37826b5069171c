import json
from dataclasses import replace

import pytest

from k2bench.auth.credentials import ClientCredentials
from k2bench.auth.diagnosis import diagnose
from k2bench.auth.token_answer import TokenAnswer
from k2bench.core.problem import ProblemKind, Step
from k2bench.core.secret import Secret

SENT = ClientCredentials(
    "https://login.onk2.com/g/connect/token",
    "idt.cc.x",
    Secret("s3cret-text"),
    "https://api.k2.com/",
)


def answer(error: str, status: int = 400) -> TokenAnswer:
    return TokenAnswer(status, "application/json", json.dumps({"error": error}).encode())


@pytest.mark.parametrize(
    ("change", "words", "step"),
    [
        (
            {"client_secret": Secret("A" * 43 + "=")},
            "hash was entered as the secret",
            Step.EDIT_FIELD,
        ),
        ({"client_secret": Secret("ab" * 32)}, "64 hex digits", Step.EDIT_FIELD),
        ({"client_secret": Secret("x\n")}, "slipped into the secret", Step.EDIT_FIELD),
        ({"client_secret": Secret("x" * 101)}, "too long", Step.EDIT_FIELD),
        ({"client_id": "abc"}, "client id is wrong", Step.EDIT_FIELD),
        ({}, "registered in hex", Step.COMPARE_HASH),
    ],
)
def test_invalid_client_names_the_likeliest_cause(
    change: dict[str, object], words: str, step: Step
) -> None:
    problem = diagnose(answer("invalid_client"), replace(SENT, **change))
    assert words in problem.hint
    assert problem.kind is ProblemKind.REFUSED
    assert problem.causes[0].next_step is not None
    assert problem.causes[0].next_step.step is step
    assert Step.CHECK_ENDPOINT in {each.step for each in problem.steps}


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("https://api.k2.com", "trailing slash"),
        ("openid", "people who log in"),
        ("https://scim.onk2.com/write", "not given the SCIM scope"),
        ("https://API.k2.com/", "compared exactly"),
    ],
)
def test_invalid_scope_offers_the_right_one(scope: str, words: str) -> None:
    problem = diagnose(answer("invalid_scope"), replace(SENT, scope=scope))
    assert words in problem.hint
    assert problem.steps[0].value == "https://api.k2.com/"


def test_the_other_protocol_errors() -> None:
    assert diagnose(answer("unauthorized_client"), SENT).steps[0].step is Step.SHOW_TICKET
    assert "client credentials" in diagnose(answer("unsupported_grant_type"), SENT).title
    assert diagnose(answer("invalid_request"), SENT).hint
    assert "odd_error" in diagnose(answer("odd_error"), SENT).title


@pytest.mark.parametrize("status", [302, 429, 503])
def test_a_refusal_is_not_read_into_an_answer_of_another_kind(status: int) -> None:
    problem = diagnose(answer("invalid_client", status), SENT)
    assert "credentials" not in problem.title
    assert not problem.causes


def test_an_error_that_is_not_known_has_a_next_step_too() -> None:
    problem = diagnose(answer("server_error"), SENT)
    assert [step.step for step in problem.steps] == [Step.RETRY, Step.CHECK_ENDPOINT]
