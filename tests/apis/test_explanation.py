from dataclasses import replace

import pytest

from k2bench.apis.explanation import explain_status
from k2bench.core.problem import Step
from k2bench.core.response import SentRequest
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
