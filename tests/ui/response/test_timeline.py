from dataclasses import replace
from datetime import UTC, datetime

import pytest

from k2bench.core.response import Redirect, Sizes, Timings, TlsInfo
from k2bench.ui.response.timeline import facts_of, phases_of, warning_of
from tests.ui.response.answers import snapshot

NOW = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
TLS = TlsInfo("TLSv1.3", "TLS_AES_256", "CN=CA", "CN=h", "2026-06-01 00:00:00 UTC")


def test_the_phases_follow_each_other() -> None:
    phases = phases_of(Timings(0.01, None, 0.002, 0.1, 0.05, 0.17))
    assert [phase.name for phase in phases] == [
        "Connect (with DNS)",
        "Request sent",
        "Waiting",
        "Download",
    ]
    assert [round(phase.begun, 3) for phase in phases] == [0, 0.01, 0.012, 0.112]


def test_the_figures_are_exact() -> None:
    facts = dict(facts_of(snapshot(b"x" * 1000)))
    assert facts["Connect (with DNS)"] == "10.00 ms"
    assert facts["Total"] == "143.00 ms"
    assert facts["HTTP version"] == "HTTP/1.1"
    assert facts["TLS"] == "none: plain http"
    assert facts["Received for it"] == facts["Body"] == "1,000 bytes"
    assert facts["Content encoding"] == "none"


def test_sizes_tls_and_redirects() -> None:
    hop = Redirect(302, "https://a/x", "https://b/y", ("Authorization",))
    packed = replace(
        snapshot(b"x"),
        headers=(("Content-Encoding", "gzip"),),
        sizes=Sizes(250, 1000),
        tls=TLS,
        redirects=(hop,),
    )
    facts = dict(facts_of(packed))
    assert facts["Received for it"] == "250 bytes (25.0% of the body)"
    assert facts["Content encoding"] == "gzip"
    assert facts["TLS version"] == "TLSv1.3"
    assert facts["Issued by"] == "CN=CA"
    assert facts["Redirect 1"] == "302: https://a/x\nto https://b/y\nLeft behind: Authorization"


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2026-01-31 00:00:00 UTC", ""),
        ("2026-01-30 23:59:59 UTC", "expires in 29 days, on 2026-01-30"),
        ("2026-01-02 00:00:00 UTC", "expires in 1 day,"),
        ("2026-01-01 10:00:00 UTC", "expires today"),
        ("2025-12-31 00:00:00 UTC", "has expired: it was valid until 2025-12-31"),
        ("some day", ""),
    ],
)
def test_a_certificate_that_ends_soon(until: str, words: str) -> None:
    over_tls = replace(snapshot(b""), tls=replace(TLS, not_after=until), received_at=NOW)
    assert words in warning_of(over_tls)
    assert bool(warning_of(over_tls)) == bool(words)
    assert warning_of(replace(over_tls, received_at=0)) == ""
    assert warning_of(replace(over_tls, tls=None)) == ""
