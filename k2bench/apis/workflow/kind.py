"""Workflow REST: tasks and workflows in a list, errors as ASP.NET words them.

Source: `resources/k2-facts.md`, "Workflow REST".
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from k2bench.apis.explanation import explain_status
from k2bench.apis.kind import Context
from k2bench.apis.view import Language, View
from k2bench.apis.views import json_views, language_of
from k2bench.auth.guide import WORKFLOW_ACCOUNT
from k2bench.core.problem import NextStep, Note, Problem, Step
from k2bench.core.response import ResponseSnapshot

LARGEST = 4_000  # bytes of an answer that is an error or an empty list
NOTHING = (
    f"An empty list is normal with client credentials: they act as {WORKFLOW_ACCOUNT}, and see "
    "only the tasks and workflows of this account."
)
_PATH = re.compile(r"/api/workflow/(?:v\d+|preview)(?:/(tasks|workflows)(?=[/?#]|$))?", re.I)


class WorkflowKind:
    """K2's Workflow REST API."""

    name = "Workflow REST"

    def priority(self, response: ResponseSnapshot) -> int:
        """Sure by the path, which is K2's alone."""
        json_came = language_of(response) is Language.JSON
        return 10 if json_came and _PATH.search(response.sent.url) else -1

    def views(self, response: ResponseSnapshot, context: Context) -> tuple[View, ...]:
        """Table first."""
        found = _PATH.search(response.sent.url)
        return json_views((found.group(1) or "").lower() if found else "")

    def more(self, envelope: Mapping[str, Any]) -> str | None:
        """No paging is known."""
        return None

    def notes(self, response: ResponseSnapshot, context: Context) -> tuple[Note, ...]:
        """Why a list is empty."""
        if response.status == 200 and _small(response).get("itemCount") == 0:
            return (Note(NOTHING, NextStep("Who am I?", Step.EXPLAIN_IDENTITY)),)
        return ()

    def page_note(self, response: ResponseSnapshot, rows: int, link: str | None) -> Note | None:
        """No limit is known."""
        return None

    def explain(self, response: ResponseSnapshot, context: Context) -> Problem | None:
        """By status, after the server's own words."""
        problem = explain_status(response, context)
        message = _small(response).get("Message")
        if problem is None or not isinstance(message, str) or not message.strip():
            return problem
        return replace(problem, hint=f"The server says: {message.strip()[:500]} {problem.hint}")


def _small(response: ResponseSnapshot) -> dict[str, Any]:
    try:
        found = json.loads(response.body[:LARGEST])
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
