from __future__ import annotations

from typing import Any

import pytest

from k2bench.demo.workflow import bodies
from k2bench.demo.workflow.definitions import PURCHASE_APPROVAL
from k2bench.demo.workflow.errors import WorkflowError
from tests.demo.running import RunningTenant

NOW = 1_700_000_000.0  # 2023-11-14T22:13:20Z


def test_sleep_for_seconds_or_until_a_time() -> None:
    assert bodies.read_sleep({"SleepFor": 60}, NOW) == NOW + 60
    assert bodies.read_sleep({"SleepUntil": "2023-11-14T22:14:20Z"}, NOW) == NOW + 60
    assert bodies.read_sleep({"SleepUntil": "2023-11-15T00:14:20.5+02:00"}, NOW) == NOW + 60.5


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"SleepFor": 60, "SleepUntil": "2030-01-01T00:00:00Z"},
        {"SleepFor": "60"},
        {"SleepFor": -1},
        {"SleepFor": True},
        {"SleepFor": 10**12},
        {"SleepUntil": "2030-01-01T00:00:00"},
        {"SleepUntil": "2020-01-01T00:00:00Z"},
        {"SleepUntil": 5},
    ],
)
def test_wrong_sleep_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(WorkflowError):
        bodies.read_sleep(body, NOW)


@pytest.mark.parametrize("user", [None, 5, "", "ada", "K2:", ":ada"])
def test_redirect_needs_a_label_and_a_user(user: Any) -> None:
    with pytest.raises(WorkflowError, match="label:domain"):
        bodies.read_redirect({"RedirectTo": user})


def test_starting_needs_nothing() -> None:
    assert bodies.read_start({}, PURCHASE_APPROVAL) == bodies.StartRequest(None, 1, {})


@pytest.mark.parametrize(
    "body",
    [
        {"folio": 5},
        {"priority": 7},
        {"priority": True},
        {"expectedDuration": "long"},
        {"dataFields": []},
        {"xmlFields": {}},
        {"itemReferences": []},
        {"dataFields": {"Nope": 1}},
        {"dataFields": {"Quantity": "five"}},
        {"dataFields": {"Quantity": True}},
        {"dataFields": {"Urgent": 1}},
    ],
)
def test_wrong_starts_are_refused(body: dict[str, Any]) -> None:
    with pytest.raises(WorkflowError):
        bodies.read_start(body, PURCHASE_APPROVAL)


def test_bodies_that_are_no_json_object(tenant: RunningTenant) -> None:
    def start(**body: Any) -> int:
        url = f"{tenant.start['workflow']}/workflows/41"
        kind = {"Content-Type": body.pop("kind", "application/json")}
        return tenant.http.post(url, headers=tenant.bearer() | kind, **body).status_code

    assert start(content=b"{") == 400
    assert start(content=b"[]") == 400
    assert start(content=b"[" * 100_000) == 400
    for number in (b"NaN", b"Infinity", b"-Infinity", b"1e999"):
        assert start(content=b'{"dataFields": {"Amount": %s}}' % number) == 400
    assert start(content=b'{"folio": "\\ud800"}') == 400
    assert start(content=b'{"\\ud800": 1, "dataFields": {"\\ud800": 1}}') == 400
    assert start(content=b"{}", kind="text/plain") == 415
    assert start(content=b" " * 1_100_000) == 413
