from dataclasses import replace

import pytest

from k2bench.apis.explanation import explain_status
from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import Pair, RequestSpec
from k2bench.core.response import SentRequest
from k2bench.core.secret import Secret
from tests.apis.snapshots import CONTEXT, snapshot


@pytest.mark.parametrize(
    ("status", "words", "step"),
    [
        (401, "expired", Step.GET_TOKEN),
        (403, "rights of K2SQL:ClientCredentialsApp", Step.EXPLAIN_IDENTITY),
        (429, "too many requests", Step.RETRY),
        (503, "server failed", Step.RETRY),
    ],
)
def test_a_status_has_a_likely_cause_and_a_next_step(status: int, words: str, step: Step) -> None:
    problem = explain_status(snapshot(b"details", status=status), CONTEXT)
    assert problem is not None
    assert words in problem.hint
    assert problem.steps[0].step is step
    assert problem.detail == "details"


def test_the_challenge_and_the_waiting_time_are_told() -> None:
    problem = explain_status(snapshot(status=401, WWW_Authenticate="Bearer error=x"), CONTEXT)
    assert problem is not None
    assert "Bearer error=x" in problem.hint
    problem = explain_status(snapshot(status=429, Retry_After="7"), CONTEXT)
    assert problem is not None
    assert "wait for 7 s" in problem.hint


def test_a_401_without_a_token_says_so() -> None:
    bare = replace(snapshot(status=401), sent=SentRequest("GET", "https://h/"))
    problem = explain_status(bare, CONTEXT)
    assert problem is not None
    assert "no token was sent" in problem.hint


def test_success_needs_no_explanation_and_every_failure_has_one() -> None:
    assert explain_status(snapshot(status=204), CONTEXT) is None
    for status in range(400, 600):
        problem = explain_status(snapshot(status=status), CONTEXT)
        assert problem is not None
        assert problem.hint


@pytest.mark.parametrize(
    ("auth", "words", "step"),
    [
        (BearerAuth(Secret("t")), "expired", NextStep("Edit Token", Step.EDIT_FIELD, "Token")),
        (
            BasicAuth("u", Secret("p")),
            "password is wrong",
            NextStep("Edit Password", Step.EDIT_FIELD, "Password"),
        ),
        (
            ApiKeyAuth("k", Secret("v")),
            "API key is wrong",
            NextStep("Edit Value", Step.EDIT_FIELD, "Value"),
        ),
    ],
)
def test_a_401_leads_to_whatever_proved_who_sent_it(auth: Auth, words: str, step: NextStep) -> None:
    answer = replace(snapshot(status=401), request=RequestSpec(auth=auth))
    problem = explain_status(answer, CONTEXT)
    assert problem is not None
    assert words in problem.hint
    assert problem.steps[0] == step


def test_a_header_of_ones_own_is_edited_where_it_stands() -> None:
    own = RequestSpec(headers=(Pair("authorization", "Bearer x"),))
    problem = explain_status(replace(snapshot(status=401), request=own), CONTEXT)
    assert problem is not None
    assert problem.steps[0] == NextStep("Edit Headers", Step.EDIT_FIELD, "Headers")


def test_a_403_speaks_of_the_scope_first_when_something_speaks_for_it() -> None:
    said = snapshot(status=403, WWW_Authenticate='Bearer error="insufficient_scope"')
    problem = explain_status(said, CONTEXT)
    assert problem is not None
    assert "has not the scope" in problem.hint
    elsewhere = explain_status(snapshot(status=403, url="https://other/"), CONTEXT)
    assert elsewhere is not None
    assert "K2SQL" not in elsewhere.hint
