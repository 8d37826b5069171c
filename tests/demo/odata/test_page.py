"""Paging over the wire: every order gives each row once, whatever the page size."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.demo.running import RunningTenant


def pages(tenant: RunningTenant, path: str, size: int) -> list[list[dict[str, Any]]]:
    headers = tenant.bearer() | {"Prefer": f"odata.maxpagesize={size}"}
    link: str | None = tenant.start["odata"] + path
    result = []
    while link:
        body = tenant.http.get(link, headers=headers).raise_for_status().json()
        result.append(body["value"])
        link = body.get("@odata.nextLink")
    return result


NAMES = ["FirstName", "HireDate", "DepartmentCode", "Joblevel", "Salary", "Active", "ID"]
TERMS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["", " asc", " desc"])),
    max_size=3,
    unique_by=lambda term: term[0],
)


def null_first(value: Any) -> tuple[bool, Any]:
    return value is not None, value


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(terms=TERMS, size=st.integers(20, 400))
def test_any_order_and_page_size(
    tenant: RunningTenant, terms: list[tuple[str, str]], size: int
) -> None:
    orderby = ",".join(name + direction for name, direction in terms)
    path = "EmployeeSample?$filter=ID%20le%20200" + (
        f"&$orderby={quote(orderby)}" if orderby else ""
    )
    found = [row for page in pages(tenant, path, size) for row in page]
    expected = sorted(found, key=lambda row: row["ID"])
    assert [row["ID"] for row in expected] == list(range(1, 201))
    for name, direction in reversed(terms):
        expected.sort(key=lambda row: null_first(row[name]), reverse=direction == " desc")
    assert [row["ID"] for row in found] == [row["ID"] for row in expected]


def test_points_in_time_are_sorted_as_such(tenant: RunningTenant) -> None:
    from tests.demo.odata.filter.oracle import moment

    rows = [row for page in pages(tenant, "PurchaseRequests?$orderby=Requested_On", 700)
            for row in page]  # fmt: skip
    ticks = [moment(row["Requested_On"]).utc for row in rows]
    assert len(rows) == 2400
    assert ticks == sorted(ticks)


@pytest.mark.parametrize(
    ("query", "sizes"),
    [
        ("", [1000, 500]),
        ("?$top=1000", [1000]),
        ("?$top=1001", [1000, 1]),
        ("?$top=0", [0]),
        ("?$skip=600", [900]),
        ("?$skip=100&$top=1200", [1000, 200]),
        ("?$skip=1499", [1]),
        ("?$skip=5000", [0]),
        ("?$top=999999999999", [1000, 500]),
    ],
)
def test_top_and_skip(tenant: RunningTenant, query: str, sizes: list[int]) -> None:
    result = pages(tenant, f"EmployeeSample{query}", 1000)
    assert [len(page) for page in result] == sizes
    ids = [row["ID"] for page in result for row in page]
    assert ids == sorted(set(ids))


def test_the_same_link_gives_the_same_page_again(tenant: RunningTenant) -> None:
    link = tenant.odata("WorkflowInstanceHistory").json()["@odata.nextLink"]
    first = tenant.http.get(link, headers=tenant.bearer()).content
    assert tenant.http.get(link, headers=tenant.bearer()).content == first


def test_rows_that_come_or_go_do_not_shift_the_pages(fresh: RunningTenant) -> None:
    link = fresh.odata("EmployeeSample").json()["@odata.nextLink"]
    for key in (1, 2, 1000):
        assert fresh.odata(f"EmployeeSample({key})", "DELETE").status_code == 204
    body = fresh.http.get(link, headers=fresh.bearer()).json()
    assert [row["ID"] for row in body["value"]] == list(range(1001, 1501))
    assert body["@odata.count"] == 1500


def test_a_foreign_token_is_refused(tenant: RunningTenant) -> None:
    link = tenant.odata("EmployeeSample").json()["@odata.nextLink"]
    token = link.partition("$skiptoken=")[2]
    for query in (f"$skiptoken={token}&$orderby=Salary,FirstName", "$skiptoken=nonsense"):
        assert tenant.odata(f"EmployeeSample?{query}").status_code == 400
