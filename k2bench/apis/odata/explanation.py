"""What a failed OData answer very likely means. Source: `resources/k2-facts.md`."""

import json
from dataclasses import replace

from k2bench.apis.explanation import explain_status
from k2bench.apis.kind import Context
from k2bench.apis.odata.nearest import nearest
from k2bench.apis.odata.place import Place, place_of, with_name
from k2bench.core.problem import Cause, NextStep, Problem, Step
from k2bench.core.response import ResponseSnapshot

LARGEST_ERROR = 1_000_000  # bytes; an error body beyond is not read
PUBLISHED_MEANWHILE = (
    Cause("it was published a moment ago", "", NextStep("Send again", Step.RETRY)),
)


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
    place = place_of(response.sent.url, context.environment)
    if place is None or not place.segment or place.segment.startswith("$"):
        return problem
    names = context.names
    if names is not None and place.name in names:
        causes = PUBLISHED_MEANWHILE if place.is_set else _published(place)
    else:
        near = nearest(place.name, names or ())
        causes = (*_misnamed(response, place, near, names), *_unpublished(place, near, names))
    first = causes[0]
    return replace(
        problem,
        hint=f"Very likely: {first.text}. {first.evidence}".strip(),
        causes=causes,
        steps=tuple(each.next_step for each in causes if each.next_step),
    )


def _published(place: Place) -> tuple[Cause, ...]:
    """The set is there: what follows its name is not."""
    what = f"no row has the key {place.key[:80]}" if place.key else "what follows its name is not"
    return (Cause(f"“{place.name[:80]}” is published, but {what}", "", _open(place)),)


def _misnamed(
    response: ResponseSnapshot,
    place: Place,
    near: tuple[str, ...],
    names: tuple[str, ...] | None,
) -> tuple[Cause, ...]:
    shown = place.name[:80]
    if names is None:
        return (
            Cause(
                f"“{shown}” is a display name, or is not published",
                "An entity set has the SmartObject's system name.",
                _open(place),
            ),
        )
    url = response.request.url or response.sent.url
    return tuple(
        Cause(
            f"“{shown}” is a display name or misspelt: the system name is {name}",
            "The service document lists it.",
            NextStep(f"Use {name[:60]}", Step.OPEN_URL, with_name(url, place, name)),
        )
        for name in near
    )


def _unpublished(
    place: Place, near: tuple[str, ...], names: tuple[str, ...] | None
) -> tuple[Cause, ...]:
    causes = []
    if names is not None:
        evidence = "" if near else f"The service document lists {len(names)} names, none like it."
        causes.append(Cause(f"“{place.name[:80]}” is not published", evidence, _open(place)))
    retry = NextStep("Send again", Step.RETRY)
    causes.append(Cause("it was published less than 30 seconds ago", "", retry))
    return tuple(causes)


def _open(place: Place) -> NextStep:
    return NextStep("Open service document", Step.OPEN_URL, f"{place.root}/")
