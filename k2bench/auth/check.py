"""One thing that was looked at, and whether it is as it should be. It does not know what it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from k2bench.core.problem import NextStep


class Verdict(StrEnum):
    """How it is."""

    PASS = "pass"
    WARN = "warn"  # odd, or not proved; nothing is stopped by it
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """A line of a list of checks: what, how it is, why, and the click that mends it."""

    name: str
    verdict: Verdict
    why: str
    next_step: NextStep | None = None


def passed(name: str, why: str) -> Check:
    """It is as it should be."""
    return Check(name, Verdict.PASS, why)


def warned(name: str, why: str) -> Check:
    """It is odd, or could not be proved."""
    return Check(name, Verdict.WARN, why)


def failed(name: str, why: str) -> Check:
    """It is wrong."""
    return Check(name, Verdict.FAIL, why)


def worst(checks: Iterable[Check]) -> Verdict:
    """The gravest verdict among `checks`; PASS when there is none."""
    order = list(Verdict)
    return max((check.verdict for check in checks), key=order.index, default=Verdict.PASS)
