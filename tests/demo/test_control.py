from __future__ import annotations

import pytest

from tests.demo.running import RunningTenant


@pytest.mark.parametrize("path", ["faults", "publish", "elsewhere"])
def test_needs_the_control_token(tenant: RunningTenant, path: str) -> None:
    url = f"{tenant.start['control']}/{path}"
    assert tenant.http.get(url).status_code == 401
    for token in ("x", tenant.token(), "é"):
        headers = {"Authorization": f"Bearer {token}".encode()}
        assert tenant.http.get(url, headers=headers).status_code == 401


def test_faults_are_listed_with_their_words(tenant: RunningTenant) -> None:
    faults = tenant.control("faults").json()["faults"]
    assert len({fault["key"] for fault in faults}) == len(faults) >= 14
    for fault in faults:
        assert fault["title"]
        assert fault["text"]
        assert fault["apis"]
        assert fault["active"] is None


def test_the_delayed_smartobject_appears_after_its_delay(tenant: RunningTenant) -> None:
    def publish(**body: object) -> int:
        return tenant.control("publish", "POST", json=body).status_code

    try:
        assert tenant.odata("TravelExpenses").status_code == 404
        assert publish(smartobject="TravelExpenses") == 200
        assert tenant.odata("TravelExpenses").status_code == 404
        assert publish(smartobject="TravelExpenses", delay=0) == 200
        assert tenant.odata("TravelExpenses").status_code == 200
    finally:
        assert publish(smartobject="TravelExpenses", published=False) == 200
    assert tenant.odata("TravelExpenses").status_code == 404
    assert publish(smartobject="EmployeeSample") == 400
    assert publish(smartobject=5) == 400
    assert publish(smartobject="TravelExpenses", delay="soon") == 400
    assert tenant.control("publish", "POST", content=b"[").status_code == 400


@pytest.mark.parametrize(
    "wish",
    [
        b'{"smartobject": "TravelExpenses", "delay": NaN}',
        b'{"smartobject": "TravelExpenses", "delay": -1}',
        b'{"smartobject": "TravelExpenses", "delay": true}',
        b'{"smartobject": "TravelExpenses", "delay": 1e999}',
        b'{"smartobject": "TravelExpenses", "delay": 1' + b"0" * 400 + b"}",
        b'{"smartobject": "TravelExpenses", "published": "no"}',
        b'{"smartobject": "TravelExpenses", "published": 0}',
        b'{"smartobject": "TravelExpenses", "wait": 1}',
        b'{"smartobject": "EmployeeSample", "published": false}',
        b'{"smartobject": "\\ud800", "published": false}',
        b'{"smartobject": ["TravelExpenses"]}',
        b"[]",
        b"\xff",
    ],
)
def test_a_wish_to_publish_that_makes_no_sense(tenant: RunningTenant, wish: bytes) -> None:
    answer = tenant.control("publish", "POST", content=wish)
    assert answer.status_code == 400
    assert " " in answer.json()["error"]
    assert tenant.odata("TravelExpenses").status_code == 404


@pytest.mark.parametrize(
    "wish",
    [
        b'{"fault": "latency", "seconds": NaN}',
        b'{"fault": "latency", "path": "\\ud800"}',
        b'{"fault": "\\ud800"}',
        b'{"fault": "latency", "\\ud800": 1}',
        b'{"fault": "latency", "api": "\\ud800"}',
        b"nonsense",
    ],
)
def test_a_wish_for_a_fault_that_makes_no_sense(faulty: RunningTenant, wish: bytes) -> None:
    answer = faulty.control("faults", "POST", content=wish)
    assert answer.status_code == 400
    assert " " in answer.json()["error"]
    assert faulty.control("faults").status_code == 200
