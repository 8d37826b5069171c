from __future__ import annotations

from tests.demo.running import RunningTenant


def test_a_refresh_makes_it_look_at_once(fresh: RunningTenant) -> None:
    url = fresh.start["odata"].replace("odatav4/v4/", "odata/op/refresh")
    assert fresh.http.get(url).status_code == 401
    fresh.control("publish", "POST", json={"smartobject": "TravelExpenses", "delay": 3600})
    assert fresh.odata("TravelExpenses").status_code == 404
    assert fresh.http.get(url, headers=fresh.bearer()).status_code == 200
    assert fresh.odata("TravelExpenses").status_code == 200
