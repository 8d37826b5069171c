from __future__ import annotations

from tests.demo.running import RunningTenant


def test_count_is_plain_text(tenant: RunningTenant) -> None:
    answer = tenant.odata("EmployeeSample/$count?$filter=ID%20le%2010")
    assert answer.text == "10"
    assert answer.headers["content-type"].startswith("text/plain")


def test_methods_that_a_set_does_not_have(tenant: RunningTenant) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        answer = tenant.odata("EmployeeSample", method)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, POST"
    assert tenant.odata("EmployeeSample/$count", "POST").status_code == 405


def test_a_next_link_keeps_the_other_options(tenant: RunningTenant) -> None:
    path = "WorkflowInstanceHistory?$select=Folio&$filter=Priority%20ge%200&x=y&$skip=5"
    link = tenant.odata(path).json()["@odata.nextLink"]
    assert "$select=Folio&$filter=Priority%20ge%200&x=y&$skiptoken=" in link
    assert "$skip=5" not in link


def test_head_has_no_body(tenant: RunningTenant) -> None:
    answer = tenant.odata("EmployeeSample", "HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
