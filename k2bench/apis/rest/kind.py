"""Any answer over HTTP. It knows media types and statuses, and nothing of a particular API."""

from collections.abc import Mapping
from typing import Any

from k2bench.apis.explanation import explain_status
from k2bench.apis.kind import Context
from k2bench.apis.login_page import explain_login_page
from k2bench.apis.view import View
from k2bench.apis.views import views_of
from k2bench.core.problem import Note, Problem
from k2bench.core.response import ResponseSnapshot


class RestKind:
    """The kind that fits when no other does."""

    name = "REST"

    def priority(self, response: ResponseSnapshot) -> int:
        """Never below 0."""
        return 0

    def views(self, response: ResponseSnapshot, context: Context) -> tuple[View, ...]:
        """Table, text and tree for JSON, the text of anything else."""
        return views_of(response)

    def more(self, envelope: Mapping[str, Any]) -> str | None:
        """Plain REST has no next link that could be known."""
        return None

    def notes(self, response: ResponseSnapshot, context: Context) -> tuple[Note, ...]:
        """Nothing is known of what is normal."""
        return ()

    def page_note(self, response: ResponseSnapshot, rows: int, link: str | None) -> Note | None:
        """Nor of pages."""
        return None

    def explain(self, response: ResponseSnapshot, context: Context) -> Problem | None:
        """By status; a login page is no data whatever its status says."""
        return explain_status(response, context) or explain_login_page(response)
