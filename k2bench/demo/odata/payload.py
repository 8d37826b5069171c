"""Request bodies: a JSON object of property values (OData JSON Format 4.0 §7)."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, NoReturn

from starlette.requests import Request

from k2bench.demo.odata.errors import ODataError, bad_request
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.values import Stored, stored_columns

MAX_BODY = 4_000_000


async def read_object(request: Request) -> dict[str, Any]:
    """The JSON object in the body.

    Raises:
        ODataError: 415 for another content type, 413 for too large a body, 400 for no object.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise ODataError(
            415, f"The media type '{media_type}' is not supported: send application/json."
        )
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise ODataError(413, f"The request body is larger than {MAX_BODY} bytes.")
    try:
        value = json.loads(
            body.decode("utf-8"), parse_float=Decimal, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as error:
        raise bad_request(f"The request body is not valid JSON: {error}.") from None
    if not isinstance(value, dict):
        raise bad_request("The request body must be a JSON object.")
    return value


def stored_object(smartobject: SmartObject, values: dict[str, Any]) -> Stored:
    """The columns that a body sets; annotations (`@odata.type`) are passed over.

    Raises:
        ODataError: 400 for an unknown property or a value of a wrong type.
    """
    columns: Stored = {}
    for name, value in values.items():
        if "@" in name:
            continue
        try:
            prop = smartobject.find(name)
        except KeyError:
            raise bad_request(
                f"The property '{name}' does not exist on type '{smartobject.name}'."
            ) from None
        columns |= stored_columns(prop, value)
    return columns


def _refuse_constant(text: str) -> NoReturn:
    raise ValueError(f"'{text}' is not JSON")
