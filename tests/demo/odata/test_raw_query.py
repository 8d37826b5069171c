from __future__ import annotations

import pytest

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.raw_query import parse_query
from tests.demo.running import RunningTenant


def test_values_are_percent_decoded_and_a_plus_stays() -> None:
    raw = parse_query("$filter=Name%20eq%20'a+b%26c'&x=1&$top=5")
    assert raw.options == {"$filter": "Name eq 'a+b&c'", "$top": "5"}
    assert raw.without(["$top"]) == "$filter=Name%20eq%20'a+b%26c'&x=1"
    assert parse_query("").options == {}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("%24filter=ID eq 1", 400),
        ("%24top=1", 400),
        ("$top=1&$top=2", 400),
        ("$nonsense=1", 400),
        ("$Top=1", 400),
        ("$filter=%zz", 400),
        ("$filter=%ff", 400),
        ("$filter=a%00b", 400),
        ("$expand=Manager", 501),
        ("$apply=aggregate(ID with max as m)", 501),
        ("$search=x", 501),
    ],
)
def test_what_is_refused(query: str, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        parse_query(query)
    assert refusal.value.status == status


def test_a_form_encoded_query_is_found_out(tenant: RunningTenant) -> None:
    assert tenant.odata("EmployeeSample?$filter=ID+eq+1").status_code == 400
    assert tenant.odata("EmployeeSample?%24filter=ID%20eq%201").status_code == 400
    answer = tenant.odata("EmployeeSample?$filter=ID%20eq%201&custom=1")
    assert answer.json()["@odata.count"] == 1
