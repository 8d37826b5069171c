"""The self test of a new login: three lights, each with its reason. It does not do the testing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from k2bench.auth.check import Check, Verdict, worst
from k2bench.auth.moments import span_of
from k2bench.auth.token import AccessToken
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step

DISCOVERY, TOKEN, SERVICE = "Discovery", "Token", "Service document"


class Light(StrEnum):
    """How one part of the test ended."""

    GREEN = "green"
    YELLOW = "yellow"  # it works, but look at this
    RED = "red"
    DARK = "dark"  # not tried


@dataclass(frozen=True, slots=True)
class Lamp:
    """One light: what was tried, how it ended and why. A red one has a Problem."""

    name: str
    light: Light
    why: str
    problem: Problem | None = None


def red(name: str, problem: Problem) -> Lamp:
    """It failed."""
    return Lamp(name, Light.RED, f"{problem.title}. {problem.hint}".strip(), problem)


def dark(name: str, why: str) -> Lamp:
    """It was not tried."""
    return Lamp(name, Light.DARK, why)


def discovery_lamp(checks: Iterable[Check]) -> Lamp:
    """The light of an endpoint check: its gravest findings decide."""
    all_checks = tuple(checks)
    verdict = worst(all_checks)
    if verdict is Verdict.PASS:
        return Lamp(DISCOVERY, Light.GREEN, f"All {len(all_checks)} checks of the login passed.")
    found = [check for check in all_checks if check.verdict is verdict]
    words = " ".join(f"{check.name}: {check.why}" for check in found)
    if verdict is Verdict.WARN:
        return Lamp(DISCOVERY, Light.YELLOW, words)
    steps = tuple(check.next_step for check in found if check.next_step)
    problem = Problem(
        ProblemKind.PROTOCOL,
        "The login is not as it should be",
        words,
        steps=(*steps, NextStep("Check Endpoint", Step.CHECK_ENDPOINT)),
    )
    return red(DISCOVERY, problem)


def token_lamp(token: AccessToken, asked_scope: str) -> Lamp:
    """The light of a token that was got."""
    kind = "A token" if token.jwt is not None else "An opaque token"
    life = (
        "whose end is not known"
        if token.expires_at is None
        else f"for {span_of(max(0.0, token.expires_at - token.issued_at))}"
    )
    missing = [scope for scope in asked_scope.split() if scope not in token.scope.split()]
    if missing:
        granted = token.scope or "none"
        return Lamp(
            TOKEN,
            Light.YELLOW,
            f"{kind} {life} came, but not with the scope that was asked for: {granted}.",
        )
    if token.notes:
        return Lamp(TOKEN, Light.YELLOW, f"{kind} {life} came. {' '.join(token.notes)}")
    return Lamp(TOKEN, Light.GREEN, f"{kind} {life}, scope {token.scope or 'not said'}.")
