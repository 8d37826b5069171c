from __future__ import annotations

import time
from email.utils import parsedate_to_datetime

import pytest

from k2bench.demo.clock import Clock
from tests.demo.running import RunningTenant


def test_a_clock_may_be_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: 1000.0)
    assert Clock().now() == 1000
    assert Clock(skew_seconds=-600).now() == 400


def test_a_skewed_tenant_shows_it(faulty: RunningTenant) -> None:
    token = faulty.token()  # issued by the right clock
    faulty.set_fault("clock_skew", seconds=-600)
    answer = faulty.http.get(faulty.start["odata"], headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert "not valid yet" in answer.headers["www-authenticate"]
    shown = parsedate_to_datetime(answer.headers["date"]).timestamp()
    assert 590 < time.time() - shown < 610
