from dataclasses import replace

import pytest

from k2bench.auth.check import Check, Verdict, failed, passed, warned
from k2bench.auth.jwt import Jwt
from k2bench.auth.lights import Light, dark, discovery_lamp, red, token_lamp
from k2bench.auth.token import AccessToken
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.secret import Secret

TOKEN = AccessToken(Secret("x"), "Bearer", 0.0, 3600.0, "a b", Jwt({}, {}))


def test_the_gravest_check_gives_the_light() -> None:
    good = passed("A", "fine.")
    assert discovery_lamp([good, good]).light is Light.GREEN
    lamp = discovery_lamp([good, warned("B", "odd.")])
    assert (lamp.light, lamp.why, lamp.problem) == (Light.YELLOW, "B: odd.", None)


def test_a_red_light_offers_the_next_clicks() -> None:
    use = NextStep("Use it", Step.SET_TOKEN_URL, "https://x")
    lamp = discovery_lamp(
        [Check("A", Verdict.FAIL, "wrong.", use), failed("B", "bad."), warned("C", "odd.")]
    )
    assert lamp.light is Light.RED
    assert lamp.problem is not None
    assert lamp.problem.hint == "A: wrong. B: bad."
    assert lamp.problem.steps[0] == use
    assert lamp.problem.steps[1].step is Step.CHECK_ENDPOINT


@pytest.mark.parametrize(
    ("token", "asked", "light", "words"),
    [
        (TOKEN, "a b", Light.GREEN, "A token for 1 h, scope a b."),
        (TOKEN, "", Light.GREEN, "scope a b"),
        (replace(TOKEN, jwt=None), "a", Light.GREEN, "An opaque token"),
        (TOKEN, "c", Light.YELLOW, "not with the scope"),
        (replace(TOKEN, expires_at=None, notes=("No end.",)), "a", Light.YELLOW, "No end."),
    ],
)
def test_a_token_gives_its_light(token: AccessToken, asked: str, light: Light, words: str) -> None:
    lamp = token_lamp(token, asked)
    assert lamp.light is light
    assert words in lamp.why


def test_red_says_the_problem_and_dark_says_why() -> None:
    problem = Problem(ProblemKind.NETWORK, "No answer", "Look.")
    assert red("A", problem).why == "No answer. Look."
    assert dark("A", "Not tried.").light is Light.DARK
