"""Each fault over the wire."""

from __future__ import annotations

import time
from xml.etree import ElementTree

import httpx
import pytest

from tests.demo.running import RunningTenant


def test_a_401_in_the_middle_of_paging(faulty: RunningTenant) -> None:
    faulty.set_fault("unauthorized", after=2, times=1, path="WorkflowInstanceHistory")
    link = faulty.start["odata"] + "WorkflowInstanceHistory"
    statuses, rows = [], 0
    while link:
        answer = faulty.http.get(link, headers=faulty.bearer())
        statuses.append(answer.status_code)
        if answer.status_code == 200:
            rows += len(answer.json()["value"])
            link = answer.json().get("@odata.nextLink")
    assert statuses == [200, 200, 401, 200, 200, 200]
    assert rows == 5000


def test_switched_on_as_the_menu_does_a_401_comes_in_the_middle(faulty: RunningTenant) -> None:
    faulty.set_fault("unauthorized", enabled=True)
    first = faulty.odata("EmployeeSample")
    assert first.status_code == 200
    again = faulty.http.get(first.json()["@odata.nextLink"], headers=faulty.bearer())
    assert again.status_code == 401


def test_latency_can_strike_the_login(faulty: RunningTenant) -> None:
    faulty.set_fault("latency", seconds=0.3, api="login")
    start = time.monotonic()
    assert faulty.ask_token().status_code == 200
    assert time.monotonic() - start >= 0.3


def test_429_says_when_to_come_back(faulty: RunningTenant) -> None:
    faulty.set_fault("too_many_requests", times=1, retry_after=7)
    answer = faulty.odata()
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")
    assert faulty.odata().status_code == 200


def test_503_is_a_page(faulty: RunningTenant) -> None:
    faulty.set_fault("unavailable", times=1)
    answer = faulty.odata()
    assert answer.status_code == 503
    assert answer.headers["content-type"].startswith("text/html")


def test_a_login_page_instead_of_json(faulty: RunningTenant) -> None:
    faulty.set_fault("html_login", times=1)
    answer = faulty.odata("EmployeeSample")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


def test_a_redirect_keeps_path_and_query(faulty: RunningTenant) -> None:
    faulty.set_fault("redirect", times=1)
    answer = faulty.odata("EmployeeSample?$top=1")
    assert answer.status_code == 302
    target = httpx.URL(answer.headers["location"])
    assert target.raw_path == b"/api/odatav4/v4/EmployeeSample?$top=1"
    assert target.port != httpx.URL(faulty.start["odata"]).port


def test_a_next_link_loop_never_ends(faulty: RunningTenant) -> None:
    faulty.set_fault("next_link_loop")
    first = faulty.odata("EmployeeSample?$top=3")
    link = first.json()["@odata.nextLink"]
    assert link == faulty.start["odata"] + "EmployeeSample?$top=3"
    again = faulty.http.get(link, headers=faulty.bearer())
    assert again.json()["@odata.nextLink"] == link


def test_a_next_link_to_another_origin(faulty: RunningTenant) -> None:
    faulty.set_fault("next_link_elsewhere", times=1)
    link = httpx.URL(faulty.odata("EmployeeSample").json()["@odata.nextLink"])
    assert link.port != httpx.URL(faulty.start["odata"]).port
    assert link.path == "/api/odatav4/v4/EmployeeSample"


def test_ten_megabytes_of_metadata(faulty: RunningTenant) -> None:
    faulty.set_fault("large_metadata", times=1)
    assert 10_000_000 < len(faulty.odata("$metadata").content) < 11_000_000
    assert len(faulty.odata("$metadata").content) < 50_000


def test_the_faults_of_odata_strike_v3_too(faulty: RunningTenant) -> None:
    def get(path: str) -> httpx.Response:
        return faulty.http.get(faulty.start["odata_v3"] + path, headers=faulty.bearer())

    faulty.set_fault("next_link_loop", times=1)
    link = get("EmployeeSample?$top=3").json()["odata.nextLink"]
    assert link == faulty.start["odata_v3"] + "EmployeeSample?$top=3"
    faulty.set_fault("next_link_elsewhere", times=1)
    elsewhere = httpx.URL(get("EmployeeSample").json()["odata.nextLink"])
    assert elsewhere.port != httpx.URL(faulty.start["odata"]).port
    assert elsewhere.path == "/api/odata/v3/EmployeeSample"
    faulty.set_fault("large_metadata", times=1)
    large = get("$metadata").content
    assert 10_000_000 < len(large) < 11_000_000
    ElementTree.fromstring(large)
    assert len(get("$metadata").content) < 50_000


def test_nothing_published(faulty: RunningTenant) -> None:
    faulty.set_fault("nothing_published")
    assert faulty.odata().json()["value"] == []
    assert "EntitySet" not in faulty.odata("$metadata").text
    assert faulty.odata("EmployeeSample").status_code == 404


@pytest.mark.parametrize("key", ["unauthorized", "unavailable"])
def test_a_fault_without_api_spares_the_login(faulty: RunningTenant, key: str) -> None:
    faulty.set_fault(key, after=0)
    assert faulty.ask_token().status_code == 200
    assert faulty.odata().status_code != 200
