"""OData answers, v4 and v3: rows under `value`, next links, error bodies.

Sources: OASIS OData JSON Format 4.01, sections 4.5 and 21.1; `resources/k2-facts.md`, "OData".
"""

import re
from collections.abc import Mapping
from typing import Any

from k2bench.apis.kind import Context
from k2bench.apis.odata.explanation import explain_odata
from k2bench.apis.odata.notes import notes_of, page_note
from k2bench.apis.odata.place import place_of
from k2bench.apis.view import Language, View
from k2bench.apis.views import json_views, language_of
from k2bench.core.problem import Note, Problem
from k2bench.core.response import ResponseSnapshot

_NEXT = ("@odata.nextLink", "odata.nextLink", "@nextLink")
_PATH = re.compile(r"/odata(v4)?/", re.IGNORECASE)
_MARK = re.compile(rb'"@?(odata\.)?(context|metadata)"\s*:')


def _types(response: ResponseSnapshot, context: Context) -> Mapping[str, str]:
    if context.schema is None:
        return {}
    from k2bench.apis.odata.row_types import row_types  # with metadata, not for the first paint

    place = place_of(response.sent.url, context.environment)
    path = f"{place.segment}{place.rest}".partition("?")[0] if place is not None else ""
    return row_types(context.schema, response, path)


class ODataKind:
    """OData v4 and v3 in JSON."""

    name = "OData"

    def priority(self, response: ResponseSnapshot) -> int:
        """Sure by the version header or the context member; a guess by the path."""
        if language_of(response) is not Language.JSON:
            return -1
        if response.header("odata-version") or response.header("dataserviceversion"):
            return 20
        if _MARK.search(response.body[:2048]):
            return 15
        return 5 if _PATH.search(response.sent.url) else -1

    def views(self, response: ResponseSnapshot, context: Context) -> tuple[View, ...]:
        """Table first, its columns of the types that the metadata tells."""
        return json_views("value", _types(response, context))

    def more(self, envelope: Mapping[str, Any]) -> str | None:
        """The next link of v4, v4.01 or v3."""
        links = (envelope.get(name) for name in _NEXT)
        return next((link for link in links if isinstance(link, str) and link), None)

    def notes(self, response: ResponseSnapshot, context: Context) -> tuple[Note, ...]:
        """That nothing is published, or that nothing may be seen."""
        return notes_of(response, context)

    def page_note(self, response: ResponseSnapshot, rows: int, link: str | None) -> Note | None:
        """That K2 cuts lists off at its record limit."""
        return page_note(response, rows, link)

    def explain(self, response: ResponseSnapshot, context: Context) -> Problem | None:
        """The server's own message with the likely cause."""
        return explain_odata(response, context)
