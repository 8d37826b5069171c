from __future__ import annotations

import pytest

from tests.demo.running import RunningTenant


def test_select_keeps_the_order_of_the_type(tenant: RunningTenant) -> None:
    body = tenant.odata("EmployeeSample?$select=LastName,%20ID&$top=1").json()
    assert list(body["value"][0]) == ["ID", "LastName"]
    assert body["@odata.context"].endswith("$metadata#EmployeeSample(ID,LastName)")
    assert len(tenant.odata("EmployeeSample?$select=*&$top=1").json()["value"][0]) == 8


def test_count_comes_unasked_and_can_be_refused(tenant: RunningTenant) -> None:
    assert tenant.odata("EmployeeSample?$top=1").json()["@odata.count"] == 1500
    assert "@odata.count" not in tenant.odata("EmployeeSample?$top=1&$count=false").json()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("$top=-1", 400),
        ("$top=1.5", 400),
        ("$top=", 400),
        ("$top=99999999999999999999", 400),
        ("$skip=-1", 400),
        ("$skip=x", 400),
        ("$count=yes", 400),
        ("$select=Nope", 400),
        ("$select=ID,", 400),
        ("$orderby=Nope", 400),
        ("$format=xml", 501),
        ("$skiptoken=W251bGwsbnVsbCwiQWRhIl0", 400),  # [null,null,"Ada"], but the key is a number
    ],
)
def test_malformed_options(tenant: RunningTenant, query: str, status: int) -> None:
    answer = tenant.odata(f"EmployeeSample?{query}")
    assert answer.status_code == status
    assert answer.json()["error"]["message"]
