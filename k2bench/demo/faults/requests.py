"""Reads what a caller of the control surface wants switched on or off."""

from __future__ import annotations

from typing import Any

from k2bench.demo import wish
from k2bench.demo.faults.catalogue import FAULTS, Api, Fault
from k2bench.demo.faults.switchboard import Activation, Switchboard
from k2bench.demo.wish import BadRequestError

_OPTIONS = frozenset({"fault", "enabled", "after", "times", "api", "path"})


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
    activation = _activation(fault, body)
    if wish.flag("enabled", body.get("enabled", True)):
        switchboard.switch_on(fault, activation)
    else:
        switchboard.switch_off(fault.key)


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
    raise BadRequestError(f"there is no fault {key!a}; there are: {known}")


def _activation(fault: Fault, body: dict[str, Any]) -> Activation:
    wish.only(body, _OPTIONS | {entry.name for entry in fault.parameters})
    times = body.get("times")
    return Activation(
        settings={
            entry.name: wish.number(
                entry.name, body.get(entry.name, entry.default), entry.least, entry.most
            )
            for entry in fault.parameters
        },
        after=wish.count("after", body.get("after", fault.after), 0),
        times=None if times is None else wish.count("times", times, 1),
        api=_api(fault, body.get("api")),
        path=wish.text("path", body.get("path", "")),
    )


def _api(fault: Fault, value: Any) -> Api | None:
    if value is None:
        return None
    for api in fault.apis:
        if api.value == value:
            return api
    raise BadRequestError(f"the fault {fault.key!r} does not strike the API {value!a}")
