"""A page to log in with, where data was asked for: what some gateways send for a bad token."""

import re

from k2bench.apis.view import Language
from k2bench.apis.views import language_of
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.response import ResponseSnapshot

LOOKED_AT = 200_000  # bytes
_PASSWORD = re.compile(rb"""<input[^>]{0,300}type\s*=\s*["']?password""", re.IGNORECASE)


def explain_login_page(response: ResponseSnapshot) -> Problem | None:
    """A Problem for a page with a password field; None for every other answer."""
    if language_of(response) is not Language.HTML:
        return None
    if _PASSWORD.search(response.body[:LOOKED_AT]) is None:
        return None
    return Problem(
        ProblemKind.REFUSED,
        "This is a login page, not data",
        "Very likely the token was not accepted, or the address is not that of an API.",
        steps=(
            NextStep("Get New Access Token", Step.GET_TOKEN),
            NextStep("Inspect Token", Step.INSPECT_TOKEN),
        ),
    )
