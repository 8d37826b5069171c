from __future__ import annotations

import time
from email.utils import parsedate_to_datetime

from tests.demo.running import RunningTenant


def test_each_answer_has_one_date(tenant: RunningTenant) -> None:
    dates = tenant.odata().headers.get_list("date")
    assert len(dates) == 1
    assert abs(parsedate_to_datetime(dates[0]).timestamp() - time.time()) < 5


def test_the_port_decides_who_answers(faulty: RunningTenant) -> None:
    faulty.set_fault("redirect", times=1)
    elsewhere = faulty.odata().headers["location"]
    assert "another server" in faulty.http.get(elsewhere).text


def test_a_base_url_needs_no_slash_and_no_case(tenant: RunningTenant) -> None:
    base = tenant.start["odata"]
    whole = tenant.odata().json()
    for url in (base.rstrip("/"), base.replace("/api/odatav4", "/API/ODataV4")):
        body = tenant.http.get(url, headers=tenant.bearer()).json()
        assert body["value"] == whole["value"]
    disguised = base.replace("/api/", "/%61pi/")
    assert tenant.http.get(disguised, headers=tenant.bearer()).status_code == 404
