"""SCIM: resources in a list response, errors of RFC 7644.

Sources: RFC 7644, sections 3.4.2 and 3.12; `resources/k2-facts.md`, "SCIM".
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

from k2bench.apis.explanation import explain_status
from k2bench.apis.kind import Context
from k2bench.apis.view import Language, View
from k2bench.apis.views import json_views, language_of
from k2bench.core.problem import NextStep, Note, Problem, Step
from k2bench.core.response import ResponseSnapshot

LARGEST_ERROR = 100_000  # bytes
CAP = 100  # resources; K2's limit of a list
_PATH = re.compile(r"/scim/v2(?=[/?#]|$)", re.IGNORECASE)


class ScimKind:
    """SCIM 2.0."""

    name = "SCIM"

    def priority(self, response: ResponseSnapshot) -> int:
        """Sure by the media type, and nearly by the path."""
        if response.media_type == "application/scim+json":
            return 20
        json_came = language_of(response) is Language.JSON
        return 10 if json_came and _PATH.search(response.sent.url) else -1

    def views(self, response: ResponseSnapshot, context: Context) -> tuple[View, ...]:
        """Table first."""
        return json_views("Resources")

    def more(self, envelope: Mapping[str, Any]) -> str | None:
        """SCIM counts instead of linking."""
        return None

    def notes(self, response: ResponseSnapshot, context: Context) -> tuple[Note, ...]:
        """Nothing surprises but the cap."""
        return ()

    def page_note(self, response: ResponseSnapshot, rows: int, link: str | None) -> Note | None:
        """That K2 cuts lists off at 100, with the next page to open."""
        if rows != CAP:
            return None
        return Note(
            f"{rows} are the most that K2's SCIM puts into one answer: this is a page and very "
            "likely not everyone.",
            NextStep("Open next page", Step.OPEN_URL, next_page(response.request.url, rows)),
        )

    def explain(self, response: ResponseSnapshot, context: Context) -> Problem | None:
        """By status, after the server's own words."""
        problem = explain_status(response, context)
        words = error_detail(response)
        if problem is None or not words:
            return problem
        return replace(problem, hint=f"The server says: {words} {problem.hint}")


def next_page(url: str, rows: int) -> str:
    """`url`, a template, with the `startIndex` after its own (RFC 7644, section 3.4.2.4)."""
    base, _, query = url.partition("?")
    pairs = [pair for pair in query.split("&") if pair]
    given = parse_qs(query).get("startIndex", ["1"])[0]
    first = int(given) if given.isdecimal() else 1
    kept = [pair for pair in pairs if not pair.startswith("startIndex=")]
    return f"{base}?{'&'.join([*kept, f'startIndex={max(1, first) + rows}'])}"


def error_detail(response: ResponseSnapshot) -> str:
    """`detail` and `scimType`; empty when there is none."""
    if response.status < 400 or len(response.body) > LARGEST_ERROR:
        return ""
    try:
        error = json.loads(response.body[:])
    except (ValueError, RecursionError):
        return ""
    if not isinstance(error, dict) or not isinstance(error.get("detail"), str):
        return ""
    kind = error.get("scimType")
    words = error["detail"].strip()[:500]
    return f"{words} ({kind})" if isinstance(kind, str) and kind else words
