"""Reads what a caller of the control surface wants switched on or off."""

from __future__ import annotations

from typing import Any

from k2bench.demo.faults.catalogue import FAULTS, Api, Fault
from k2bench.demo.faults.switchboard import Activation, Switchboard

_OPTIONS = frozenset({"fault", "enabled", "after", "times", "api", "path"})
MAX_SETTING = 1e9


class BadRequestError(Exception):
    """A request to the control surface that makes no sense; its text says why."""


def apply(switchboard: Switchboard, body: Any) -> None:
    """Switches a fault on or off, or all off.

    Args:
        switchboard: Where.
        body: `{"fault": key}` with optional `after`, `times`, `api`, `path` and the fault's own
            parameters; `{"fault": key, "enabled": false}`; or `{"clear": true}`.

    Raises:
        BadRequestError: It is none of these.
    """
    if not isinstance(body, dict):
        raise BadRequestError("a JSON object is required")
    if body == {"clear": True}:
        switchboard.switch_all_off()
        return
    fault = _find(body.get("fault"))
    if body.get("enabled", True) is False:
        switchboard.switch_off(fault.key)
    else:
        switchboard.switch_on(fault, _activation(fault, body))


def describe(switchboard: Switchboard) -> dict[str, Any]:
    """All faults with their texts and, for each, how it is switched on (or null)."""
    return {"faults": [_describe(fault, switchboard.activation(fault.key)) for fault in FAULTS]}


def _describe(fault: Fault, activation: Activation | None) -> dict[str, Any]:
    return {
        "key": fault.key,
        "title": fault.title,
        "text": fault.text,
        "apis": [api.value for api in Api if api in fault.apis],
        "per_request": fault.per_request,
        "parameters": [
            {"name": entry.name, "title": entry.title, "default": entry.default}
            for entry in fault.parameters
        ],
        "active": None
        if activation is None
        else {
            "after": activation.after,
            "times": activation.times,
            "api": activation.api.value if activation.api else None,
            "path": activation.path,
            **activation.settings,
        },
    }


def _find(key: Any) -> Fault:
    for fault in FAULTS:
        if fault.key == key:
            return fault
    known = ", ".join(fault.key for fault in FAULTS)
    raise BadRequestError(f"there is no fault {key!r}; there are: {known}")


def _activation(fault: Fault, body: dict[str, Any]) -> Activation:
    settings = {entry.name: entry.default for entry in fault.parameters}
    unknown = set(body) - set(settings) - _OPTIONS
    if unknown:
        raise BadRequestError(f"the fault {fault.key!r} has no parameter {min(unknown)!r}")
    for name in settings:
        settings[name] = _number(name, body.get(name, settings[name]))
    times = body.get("times")
    return Activation(
        settings=settings,
        after=_count("after", body.get("after", 0)),
        times=None if times is None else _count("times", times),
        api=_api(fault, body.get("api")),
        path=str(body.get("path", "")),
    )


def _number(name: str, value: Any) -> float:
    if type(value) not in (int, float) or not abs(value) <= MAX_SETTING:
        raise BadRequestError(f"{name!r} must be a number")
    return float(value)


def _count(name: str, value: Any) -> int:
    if type(value) is not int or value < 0:
        raise BadRequestError(f"{name!r} must be a whole number that is not negative")
    return value


def _api(fault: Fault, value: Any) -> Api | None:
    if value is None:
        return None
    for api in fault.apis:
        if api.value == value:
            return api
    raise BadRequestError(f"the fault {fault.key!r} does not strike the API {value!r}")
