"""What is worth knowing of an OData answer that did not fail: it is empty, or only a page.

Sources: `resources/k2-facts.md`, "OData" and "What goes wrong".
"""

import json
import re
from typing import Any

from k2bench.apis.kind import Context
from k2bench.apis.odata.place import place_of
from k2bench.apis.sent_to import sent_to
from k2bench.core.problem import NextStep, Note, Step, WorkbenchError
from k2bench.core.redaction import MASK
from k2bench.core.response import ResponseSnapshot
from k2bench.core.url import origin_of, resolved

_NO_ROWS_ASKED = re.compile(r"[?&]\$top=0(?:&|$)")
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
    count = _count(response)
    if count is not None:
        return (Note(f"The count is {count:,}; no row was asked for."),)
    if sent_to(response) not in context.environment.origins():
        return ()
    return (Note(NO_ROWS, NextStep("Who am I?", Step.EXPLAIN_IDENTITY)),)


def _count(response: ResponseSnapshot) -> int | None:
    """How many rows there are, in an answer to a request for none; v3 has a text there."""
    if not _NO_ROWS_ASKED.search(response.sent.url):
        return None
    document = _document(response) or {}
    told = (document.get(name) for name in ("@odata.count", "odata.count", "@count"))
    return next((int(str(each)) for each in told if str(each).isdecimal()), None)


def _items(response: ResponseSnapshot) -> Any:
    document = _document(response)
    if document is None:
        return None
    older = document.get("d")  # verbose JSON of v3
    return older.get("EntitySets") if isinstance(older, dict) else document.get("value")


def _document(response: ResponseSnapshot) -> dict[str, Any] | None:
    if len(response.body) > LARGEST:
        return None
    try:
        document = json.loads(response.body[:])
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


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
