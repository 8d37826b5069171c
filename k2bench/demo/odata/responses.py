"""Answers of the OData v4 service."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.responses import Response

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.representation import Representation

VERSION = {"OData-Version": "4.0"}


def json_response(
    body: dict[str, Any],
    representation: Representation,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:
    """A JSON answer; the context is left out when the client does not want it."""
    if not representation.with_context:
        body.pop("@odata.context", None)
    return Response(
        msgspec.json.encode(body),
        status_code=status,
        media_type=representation.media_type,
        headers=VERSION | (headers or {}),
    )


def error_response(error: ODataError) -> Response:
    """The error body of OData JSON Format 4.0 §19."""
    body = {"error": {"code": str(error.status), "message": error.message}}
    return json_response(body, Representation(), error.status, error.headers)
