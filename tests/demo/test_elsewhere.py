from __future__ import annotations

import httpx

from tests.demo.running import RunningTenant


def test_it_notes_whether_a_token_came_along(faulty: RunningTenant) -> None:
    faulty.control("elsewhere", "DELETE")
    faulty.set_fault("redirect", times=2)
    location = faulty.odata("EmployeeSample").headers["location"]
    faulty.http.get(location, headers=faulty.bearer())
    with httpx.Client(follow_redirects=True) as client:
        client.get(faulty.start["odata"] + "Suppliers", headers=faulty.bearer())
    visits = faulty.control("elsewhere").json()["visits"]
    assert [visit["authorization"] for visit in visits] == [True, False]
    assert visits[0]["path"] == "/api/odatav4/v4/EmployeeSample"
    assert faulty.control("elsewhere", "DELETE").status_code == 204
    assert faulty.control("elsewhere").json() == {"visits": []}
