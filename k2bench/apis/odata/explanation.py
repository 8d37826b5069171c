"""What a failed OData answer very likely means. Source: `resources/k2-facts.md`."""

import json
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from k2bench.apis.explanation import explain_status
from k2bench.apis.kind import Context
from k2bench.core.problem import Cause, NextStep, Problem, Step
from k2bench.core.response import ResponseSnapshot

LARGEST_ERROR = 1_000_000  # bytes; an error body beyond is not read


def explain_odata(response: ResponseSnapshot, context: Context) -> Problem | None:
    """A Problem that leads with the server's own words; None below 400."""
    problem = explain_status(response, context)
    if problem is None:
        return None
    message = error_message(response)
    if response.status == 404:
        problem = _not_found(problem, response, context)
    return replace(problem, hint=f"{message} {problem.hint}".strip() if message else problem.hint)


def error_message(response: ResponseSnapshot) -> str:
    """`error.message`, a text in v4 and `{"lang","value"}` in v3; empty when there is none."""
    if len(response.body) > LARGEST_ERROR:
        return ""
    try:
        error = json.loads(response.body[:])["error"]
        message = error["message"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""
    if isinstance(message, dict):
        message = message.get("value")
    text = message.strip() if isinstance(message, str) else ""
    return f"The server says: {text}" + ("" if text.endswith(".") else ".") if text else ""


def _not_found(problem: Problem, response: ResponseSnapshot, context: Context) -> Problem:
    name = unquote(urlsplit(response.sent.url).path.rstrip("/").rpartition("/")[2])
    service = context.environment.values().get("odata", "")
    causes = (
        Cause(
            f"“{name[:80]}” is a display name, or is not published",
            "An entity set has the SmartObject's system name.",
            NextStep("Open service document", Step.OPEN_URL, service + "/") if service else None,
        ),
        Cause("it was published less than 30 seconds ago", "", NextStep("Send again", Step.RETRY)),
    )
    return replace(
        problem,
        hint=f"Very likely: {causes[0].text}. {causes[0].evidence}",
        causes=causes,
        steps=tuple(each.next_step for each in causes if each.next_step),
    )
