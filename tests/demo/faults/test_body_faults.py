from __future__ import annotations

import gzip
import time
import zlib

import httpx
import pytest

from tests.demo.running import RunningTenant


def read_into(received: bytearray, tenant: RunningTenant, path: str) -> None:
    url = tenant.start["odata"] + path
    with httpx.Client() as client, client.stream("GET", url, headers=tenant.bearer()) as answer:
        for chunk in answer.iter_raw():
            received += chunk


@pytest.mark.parametrize("size", [0, 1, 500, 60_000, 10**8])
def test_a_reset_comes_after_exactly_so_many_bytes(faulty: RunningTenant, size: int) -> None:
    whole = faulty.odata("EmployeeSample").content
    faulty.set_fault("reset", bytes=size, times=1)
    received = bytearray()
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        read_into(received, faulty, "EmployeeSample")
    assert whole.startswith(received)
    assert len(received) == min(size, len(whole) - 1)


def test_truncated_gzip_has_a_right_length_and_no_end(faulty: RunningTenant) -> None:
    whole = faulty.odata("EmployeeSample").content
    faulty.set_fault("truncated_gzip", percent=50, times=1)
    url = faulty.start["odata"] + "EmployeeSample"
    with faulty.http.stream("GET", url, headers=faulty.bearer()) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert len(raw) == int(answer.headers["content-length"])
    inflater = zlib.decompressobj(wbits=31)
    assert whole.startswith(inflater.decompress(raw))
    assert not inflater.eof
    with pytest.raises(EOFError):
        gzip.decompress(raw)


def test_a_slow_drip_arrives_in_the_end(faulty: RunningTenant) -> None:
    whole = faulty.odata("testsmartboxsmoes").content
    faulty.set_fault("slow_drip", bytes=1000, seconds=0.05, times=1)
    start = time.monotonic()
    assert faulty.odata("testsmartboxsmoes").content == whole
    assert time.monotonic() - start >= 0.05 * (len(whole) // 1000)
