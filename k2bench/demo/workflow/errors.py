"""Error answers of Workflow REST, as ASP.NET Web API words them."""

from __future__ import annotations

from http import HTTPStatus

# The vendor's own text: it does not tell whether a task exists (k2-facts.md, Workflow REST).
NO_TASK = "Task could not be retrieved. Either access denied or not found."
NO_WORKFLOW = "Workflow could not be retrieved. Either access denied or not found."
NO_EVENT = "Server event could not be retrieved. Either access denied or not found."


class WorkflowError(Exception):
    """A request that is answered with `{"Message": ...}`."""

    def __init__(
        self, status: HTTPStatus, message: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}


def bad_request(message: str) -> WorkflowError:
    """400."""
    return WorkflowError(HTTPStatus.BAD_REQUEST, message)


def not_found(message: str) -> WorkflowError:
    """404."""
    return WorkflowError(HTTPStatus.NOT_FOUND, message)
