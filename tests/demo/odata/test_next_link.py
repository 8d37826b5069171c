"""Where next links lead is proved by test_page.py, and by test_injector.py for those that lie."""

from __future__ import annotations

import pytest

from tests.demo.running import RunningTenant


@pytest.mark.parametrize(("base", "mark"), [("odata", "@odata."), ("odata_v3", "odata.")])
def test_it_keeps_the_options_that_the_token_does_not_carry(
    tenant: RunningTenant, base: str, mark: str
) -> None:
    root = tenant.start[base]
    query = "$top=1200&$skip=5&$select=ID&$orderby=LastName&own=1"
    answer = tenant.http.get(f"{root}EmployeeSample?{query}", headers=tenant.bearer())
    link = answer.json()[f"{mark}nextLink"]
    assert link.startswith(f"{root}EmployeeSample?$select=ID&$orderby=LastName&own=1&$skiptoken=")
    rest = tenant.http.get(link, headers=tenant.bearer()).json()
    assert len(rest["value"]) == 200
    assert f"{mark}nextLink" not in rest
