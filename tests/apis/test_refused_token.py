from dataclasses import replace
from email.utils import formatdate
from typing import Any

import pytest

from k2bench.apis.kind import Context
from k2bench.apis.refused_token import INSPECT, refused_token, wrong_scope
from k2bench.core.environment import Environment
from k2bench.core.problem import Cause, NextStep, Step
from tests.apis.snapshots import snapshot

NOW = 1_800_000_000.0
RENEW = NextStep("Renew", Step.GET_TOKEN)
DEV = Environment("1", "Dev", "https://h", "https://l/guid/connect/token")
GOOD = {"iss": "https://l/guid", "exp": NOW + 600, "scope": ["https://api.k2.com/"]}
ORDER = ["has expired", "another tenant", "another API", "clock is wrong"]


def causes(
    claims: dict[str, Any] | None = None, challenge: str = "", date: str = ""
) -> tuple[Cause, ...]:
    headers = {"WWW_Authenticate": challenge} if challenge else {}
    answer = snapshot(status=401, **headers, **({"Date": date} if date else {}))
    return refused_token(answer, Context(DEV, claims, NOW), RENEW)


def test_without_evidence_the_order_is_that_of_the_table() -> None:
    found = causes(GOOD)
    assert [word in cause.text for word, cause in zip(ORDER, found, strict=True)] == [True] * 4
    assert not any(cause.evidence for cause in found)
    assert found[0].next_step == RENEW
    assert {cause.next_step for cause in found[1:]} == {INSPECT}


@pytest.mark.parametrize(
    ("change", "cause", "evidence"),
    [
        ({"exp": NOW - 180}, "has expired", "It expired 3 min ago."),
        ({"iss": "https://l/other"}, "another tenant", "made by https://l/other; the login of"),
        ({"scope": "https://scim.onk2.com/write"}, "another API", "this host wants https://api"),
    ],
)
def test_the_claims_bear_witness(change: dict[str, Any], cause: str, evidence: str) -> None:
    first = causes({**GOOD, **change})[0]
    assert cause in first.text
    assert evidence in first.evidence


@pytest.mark.parametrize(
    ("challenge", "cause"),
    [
        ('Bearer error_description="The token is expired"', "has expired"),
        ('Bearer error_description="The issuer is invalid"', "another tenant"),
        ('Bearer error_description="The audience is invalid"', "another API"),
        ('Bearer error_description="The token is not valid yet"', "clock is wrong"),
        ("Bearer realm=x", "has expired"),
    ],
)
def test_the_challenge_bears_witness(challenge: str, cause: str) -> None:
    first = causes(None, challenge)[0]
    assert cause in first.text
    assert first.evidence == f"The server says: {challenge}"


@pytest.mark.parametrize(("off", "side"), [(600, "ahead of"), (-600, "behind")])
def test_a_clock_that_differs_outdoes_what_the_server_says_of_times(off: int, side: str) -> None:
    found = causes(GOOD, "the token is expired", formatdate(NOW + off, usegmt=True))
    assert "clock is wrong" in found[0].text
    assert found[0].evidence == f"The server's clock is 10 min {side} this computer's."


@pytest.mark.parametrize("date", ["", "x", formatdate(NOW + 30, usegmt=True)])
def test_a_clock_nearly_right_is_no_evidence(date: str) -> None:
    assert not any(cause.evidence for cause in causes(GOOD, date=date))


@pytest.mark.parametrize("claims", [{"exp": "x", "iss": 5, "scope": 7}, {"exp": True}, {}])
def test_odd_claims_are_survived(claims: dict[str, Any]) -> None:
    assert len(causes(claims)) == 4


def test_a_scope_is_wrong_only_where_one_is_wanted() -> None:
    answer = snapshot(status=403)
    assert wrong_scope(answer, Context(DEV, {"scope": ["x"]}))
    assert not wrong_scope(
        answer, Context(replace(DEV, tenant_url="https://other"), {"scope": "x"})
    )
    assert not wrong_scope(answer, Context(DEV, None))
