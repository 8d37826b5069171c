"""What is worth knowing of an OData answer that did not fail: it is empty, or only a page.

Sources: `resources/k2-facts.md`, "OData" and "What goes wrong".
"""

import json
from typing import Any

from k2bench.apis.kind import Context
from k2bench.apis.odata.place import place_of
from k2bench.apis.sent_to import sent_to
from k2bench.core.problem import NextStep, Note, Step, WorkbenchError
from k2bench.core.redaction import MASK
from k2bench.core.response import ResponseSnapshot
from k2bench.core.url import origin_of, resolved

LARGEST = 4_000  # bytes of an answer that may be an empty list
RECORD_LIMIT = 1_000  # rows; K2's default
NOTHING_PUBLISHED = (
    "The service answers, and nothing is published yet: that is normal on the first day. Switch "
    "SmartObjects on in Management > Integration > APIs; a change takes about 30 s to arrive."
)
NO_ROWS = (
    "No row came. The filter may match none, or the identity of the token may see none: its rights "
    "and the security of the SmartObject decide."
)


def notes_of(response: ResponseSnapshot, context: Context) -> tuple[Note, ...]:
    """About an empty service document, and an empty list."""
    place = place_of(response.sent.url, context.environment)
    if place is None or response.status != 200 or _items(response) != []:
        return ()
    if not place.segment:
        return (Note(NOTHING_PUBLISHED, NextStep("How to publish", Step.SHOW_HELP, "publishing")),)
    if sent_to(response) not in context.environment.origins():
        return ()
    return (Note(NO_ROWS, NextStep("Who am I?", Step.EXPLAIN_IDENTITY)),)


def _items(response: ResponseSnapshot) -> Any:
    if len(response.body) > LARGEST:
        return None
    try:
        document = json.loads(response.body[:])
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    older = document.get("d")  # verbose JSON of v3
    return older.get("EntitySets") if isinstance(older, dict) else document.get("value")


def page_note(response: ResponseSnapshot, rows: int, link: str | None) -> Note | None:
    """About a list that ends at the record limit."""
    if rows != RECORD_LIMIT or "$top=" in response.sent.url:
        return None
    rest = "the answer links to the rest." if link else "there may be more rows behind it."
    words = f"{rows:,} rows are K2's record limit: a page, and very likely not all the data; {rest}"
    url = _next(response, link) if link else ""
    return Note(words, NextStep("Open next page", Step.OPEN_URL, url) if url else None)


def _next(response: ResponseSnapshot, link: str) -> str:
    """The next page's URL; empty when it is of another origin, or the mask is in it."""
    try:
        url = resolved(response.sent.url, link)
        if MASK in url or origin_of(url) != origin_of(response.sent.url):
            return ""
    except WorkbenchError:
        return ""
    return url
