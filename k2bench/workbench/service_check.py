"""The third light of the self test: what the OData service document holds for this client.

Sources: OASIS OData JSON Format 4.01, section 5; `resources/k2-facts.md`, "OData".
"""

import json
from typing import Any

from k2bench.apis.view import Language
from k2bench.apis.views import language_of
from k2bench.auth.lights import SERVICE, Lamp, Light, red
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.response import ResponseSnapshot
from k2bench.workbench.sending import Answer

LARGEST = 5_000_000  # bytes of a service document that are read; the largest known has 1 MB
NOTHING_PUBLISHED = (
    "The service answers, but nothing is published yet. That is normal on the first day: switch "
    "SmartObjects on in Management > Integration > APIs. A change takes about 30 s to arrive."
)


def service_lamp(answer: Answer) -> Lamp:
    """The light for the answer to a GET of the service document."""
    if answer.problem is not None:
        return red(SERVICE, answer.problem)
    snapshot = answer.snapshot
    count = entity_sets(snapshot)
    if count is None:
        return red(SERVICE, _not_a_service(snapshot))
    if count == 0:
        return Lamp(SERVICE, Light.YELLOW, NOTHING_PUBLISHED)
    return Lamp(SERVICE, Light.GREEN, f"{count} entity set{'s' if count > 1 else ''} to query.")


def entity_sets(snapshot: ResponseSnapshot) -> int | None:
    """How many there are in a service document, JSON or XML; None when it is none."""
    if snapshot.status != 200 or len(snapshot.body) > LARGEST:
        return None
    body = snapshot.body[:]
    match language_of(snapshot):
        case Language.JSON:
            return _in_json(body)
        case Language.XML if b"service" in body[:1_000]:  # AtomPub (RFC 5023), as v3 may send
            return body.count(b"<collection ") + body.count(b":collection ")
    return None


def _in_json(body: bytes) -> int | None:
    try:
        document: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    older = document.get("d")  # verbose JSON of v2 and v3
    items = older.get("EntitySets") if isinstance(older, dict) else document.get("value")
    if not isinstance(items, list):
        return None
    kinds = [item.get("kind", "EntitySet") for item in items if isinstance(item, dict)]
    return len([k for k in kinds if k == "EntitySet"]) + sum(isinstance(i, str) for i in items)


def _not_a_service(snapshot: ResponseSnapshot) -> Problem:
    page = language_of(snapshot) is Language.HTML
    what = "a web page" if page else "no service document"
    return Problem(
        ProblemKind.PROTOCOL,
        f"The tenant answered with {what} ({snapshot.status})",
        "Very likely the tenant's address is wrong, or something between here and the tenant "
        "answered in its place.",
        detail=snapshot.body[:2_000].decode("utf-8", "replace"),
        steps=(NextStep("Open service document", Step.OPEN_URL, snapshot.request.url),),
    )
