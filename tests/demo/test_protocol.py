from __future__ import annotations

import httpx
import pytest

from tests.demo.running import RunningTenant


def test_the_connection_is_within_reach_of_a_fault(faulty: RunningTenant) -> None:
    """A reset is one on the wire, not only an end of the stream."""
    faulty.set_fault("reset", bytes=10, times=1)
    with pytest.raises(httpx.ReadError):
        faulty.odata("EmployeeSample")
