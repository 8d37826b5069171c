"""Request bodies of Workflow REST, checked."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.requests import Request

from k2bench.demo.odata import temporal
from k2bench.demo.workflow.definitions import Workflow
from k2bench.demo.workflow.errors import WorkflowError, bad_request

MAX_BODY = 1_000_000
MAX_SLEEP_SECONDS = 10 * 365 * 86_400
PRIORITIES = (0, 1, 2)

_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What to start a workflow with."""

    folio: str | None
    priority: int
    data_fields: dict[str, Any]


async def read_object(request: Request) -> dict[str, Any]:
    """The JSON object in the body; no body counts as an empty one.

    Raises:
        WorkflowError: 415 for another content type, 413 for too large a body, 400 for no object.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise WorkflowError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Maximum request length exceeded."
            )
    if not body:
        return {}
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in ("application/json", "text/json"):
        raise WorkflowError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            f"The request entity's media type '{media_type}' is not supported for this resource.",
        )
    try:
        value = json.loads(body, parse_float=_finite, parse_constant=_finite)
        json.dumps(value, ensure_ascii=False).encode()  # fails for half a character
    except (ValueError, RecursionError):
        raise bad_request("The request is invalid.") from None
    if not isinstance(value, dict):
        raise bad_request("The request is invalid.")
    return value


def read_sleep(body: dict[str, Any], now: float) -> float:
    """When to wake, in seconds since 1970: after `SleepFor` seconds, or at `SleepUntil`."""
    if set(body) == {"SleepFor"}:
        seconds = body["SleepFor"]
        if type(seconds) is not int or not 0 < seconds <= MAX_SLEEP_SECONDS:
            raise bad_request("SleepFor must be a positive number of seconds.")
        return now + seconds
    if set(body) == {"SleepUntil"}:
        return _until(body["SleepUntil"], now)
    raise bad_request("Either SleepFor or SleepUntil is required.")


def read_redirect(body: dict[str, Any]) -> str:
    """The user to redirect to, `label:domain\\user`."""
    user = body.get("RedirectTo")
    label, colon, name = user.partition(":") if isinstance(user, str) else ("", "", "")
    if not (label and colon and name):
        raise bad_request("RedirectTo must name a user as 'label:domain\\user'.")
    return str(user)


def read_action_fields(body: dict[str, Any], workflow: Workflow) -> dict[str, Any]:
    """The data fields that a custom action sets."""
    _check_containers(body)
    return _data_fields(body, workflow)


def read_start(body: dict[str, Any], workflow: Workflow) -> StartRequest:
    """What a start request asks for; `{}` is enough."""
    _check_containers(body)
    folio, priority = body.get("folio"), body.get("priority", 1)
    if folio is not None and not isinstance(folio, str):
        raise bad_request("folio must be a string.")
    if type(priority) is not int or priority not in PRIORITIES:
        raise bad_request("priority must be 0, 1 or 2.")
    if type(body.get("expectedDuration", 0)) is not int:
        raise bad_request("expectedDuration must be a number of seconds.")
    return StartRequest(folio, priority, _data_fields(body, workflow))


def _finite(text: str) -> float:
    """A number of JSON: neither `NaN` nor `Infinity`, nor one like `1e999` that turns into it."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"'{text}' is out of range")
    return number


def _until(value: Any, now: float) -> float:
    try:
        instant = temporal.parse_instant(value)
    except (TypeError, ValueError):
        raise bad_request("SleepUntil must be a date and time with a time zone.") from None
    seconds = (instant.utc - temporal.EPOCH_TICKS) / temporal.TICKS_PER_SECOND
    if seconds <= now:
        raise bad_request("SleepUntil must be in the future.")
    return seconds


def _check_containers(body: dict[str, Any]) -> None:
    for name, kind in (("dataFields", dict), ("xmlFields", list), ("itemReferences", dict)):
        if not isinstance(body.get(name, kind()), kind):
            raise bad_request(f"{name} has the wrong type.")


def _data_fields(body: dict[str, Any], workflow: Workflow) -> dict[str, Any]:
    types = {entry.name: entry.type for entry in workflow.fields}
    fields: dict[str, Any] = body.get("dataFields", {})
    for name, value in fields.items():
        if name not in types:
            raise bad_request(f"The data field '{name}' does not exist in '{workflow.name}'.")
        is_flag = isinstance(value, bool)
        if is_flag != (types[name] == "boolean") or not isinstance(
            value, _PYTHON_TYPES[types[name]]
        ):
            raise bad_request(f"The data field '{name}' must be of type {types[name]}.")
    return fields
