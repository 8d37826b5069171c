from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.demo.running import RunningTenant


def get(tenant: RunningTenant, path: str, **headers: str) -> httpx.Response:
    return tenant.http.get(tenant.start["odata_v3"] + path, headers=tenant.bearer() | headers)


def test_rows_in_json_light(tenant: RunningTenant) -> None:
    body = get(tenant, "EmployeeSample?$top=1").json()
    assert body["odata.metadata"].endswith("/api/odata/v3/$metadata#EmployeeSample")
    (row,) = body["value"]
    assert row["ID"] == "1"
    assert row["HireDate"].endswith("T00:00:00")
    assert isinstance(row["Salary"], str)
    assert "odata.count" not in body


def test_pages_follow_odata_next_link(tenant: RunningTenant) -> None:
    rows: list[Any] = []
    link: str | None = tenant.start["odata_v3"] + "EmployeeSample?$inlinecount=allpages"
    while link:
        body = tenant.http.get(link, headers=tenant.bearer()).json()
        rows += body["value"]
        assert body["odata.count"] == "1500"
        link = body.get("odata.nextLink")
    assert len({row["ID"] for row in rows}) == 1500


def test_filters_that_v4_knows_too(tenant: RunningTenant) -> None:
    text = "startswith(FirstName,'Ad') and ID le 20"
    path = f"EmployeeSample?$filter={quote(text)}"
    assert {row["FirstName"] for row in get(tenant, path).json()["value"]} == {"Ada", "Adele"}


@pytest.mark.parametrize(
    "text",
    [
        "HireDate gt datetime'2020-01-01T00:00:00'",
        "ID eq 5L",
        "Salary gt 1.5M",
        "substringof('a',FirstName)",
        "replace(FirstName,'a','b') eq 'x'",
        "ID eq guid'6f1d2c3b-4a59-4e68-9b7a-0c1d2e3f4a5b'",
        "FirstName eq 'it''s' and HireDate lt datetime'2020-01-01'",
    ],
)
def test_its_own_literal_forms_are_not_done(tenant: RunningTenant, text: str) -> None:
    answer = get(tenant, f"EmployeeSample?$filter={quote(text)}")
    assert answer.status_code == 501
    assert answer.json()["odata.error"]["message"]["value"]


@pytest.mark.parametrize("text", ["a datetime'' b", "5L", "time'", "substringof("])
def test_text_that_looks_like_a_literal_form(tenant: RunningTenant, text: str) -> None:
    literal = text.replace("'", "''")
    condition = quote(f"FirstName eq '{literal}'")
    answer = get(tenant, f"EmployeeSample?$filter={condition}")
    assert (answer.status_code, answer.json()["value"]) == (200, [])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("Nope", 404),
        ("EmployeeSample(1)", 501),
        ("EmployeeSample/Promote", 404),
        ("EmployeeSample?$count=true", 400),
        ("EmployeeSample?$inlinecount=some", 400),
        ("EmployeeSample?$top=-1", 400),
        ("EmployeeSample?$skiptoken=W251bGwsbnVsbCwiQWRhIl0", 400),
        ("EmployeeSample?$format=atom", 501),
        ("EmployeeSample?$format=xml", 501),
        ("LegacyContracts", 500),
    ],
)
def test_errors_have_the_form_of_v3(tenant: RunningTenant, path: str, status: int) -> None:
    answer = get(tenant, path)
    assert answer.status_code == status
    assert set(answer.json()["odata.error"]) == {"code", "message"}


def test_it_only_reads(tenant: RunningTenant) -> None:
    url = tenant.start["odata_v3"] + "EmployeeSample"
    answer = tenant.http.post(url, json={}, headers=tenant.bearer())
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
