"""OData's error answers (OData JSON Format 4.0 §19)."""

from __future__ import annotations


class ODataError(Exception):
    """A request that is answered with an error body.

    Attributes:
        status: The HTTP status.
        message: What the body says.
        headers: Further headers of the answer.
    """

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message.encode(errors="replace").decode()  # it may quote half a character
        self.headers = headers or {}


def bad_request(message: str) -> ODataError:
    """400: the request cannot be understood."""
    return ODataError(400, message)


def not_found(message: str) -> ODataError:
    """404: no such entity set, or no such entity."""
    return ODataError(404, message)


def not_supported(message: str) -> ODataError:
    """501: understood, but this tenant does not do it (OData Protocol 4.0 §9.3.1)."""
    return ODataError(501, message)


def method_not_allowed(method: str, allowed: str) -> ODataError:
    """405 with the methods that are allowed."""
    return ODataError(
        405, f"The requested resource does not support http method '{method}'.", {"Allow": allowed}
    )
