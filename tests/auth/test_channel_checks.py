import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.channel_checks import certificate_check, clock_check
from k2bench.auth.check import Verdict
from k2bench.core.response import TlsInfo

DATE = "Sun, 06 Nov 1994 08:49:37 GMT"
THEN = 784111777.0


@pytest.mark.parametrize(
    ("off", "verdict", "words"),
    [
        (0, Verdict.PASS, "Within 1 s"),
        (-60, Verdict.PASS, "Within 60 s"),
        (61, Verdict.WARN, "1 min ahead of"),
        (-300, Verdict.WARN, "5 min behind"),
        (600, Verdict.FAIL, "10 min ahead of"),
        (-3 * 3600, Verdict.FAIL, "3 h behind"),
        (400 * 86_400, Verdict.FAIL, "400 days ahead of"),
    ],
)
def test_the_clocks_are_compared(off: float, verdict: Verdict, words: str) -> None:
    check = clock_check(DATE, THEN + off)
    assert check.verdict is verdict
    assert words in check.why


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Sun, 99 Nov 1994", "Sun, 06 Nov 99999999999 08:49:37 GMT"]
)
def test_without_a_date_nothing_is_claimed(date: str) -> None:
    assert clock_check(date, THEN).verdict is Verdict.WARN


def test_a_date_without_a_zone_is_of_greenwich() -> None:
    assert clock_check("Sun, 06 Nov 1994 08:49:37 -0000", THEN).verdict is Verdict.PASS


@given(st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d+ \d+:\d+:\d+ [+-]\d+"))
def test_no_date_breaks_it(date: str) -> None:
    assert clock_check(date, THEN).why


def test_the_certificates_issuer_is_shown() -> None:
    tls = TlsInfo("TLSv1.3", issuer="CN=Proxy, O=Company", not_after="2030-01-01 00:00:00 UTC")
    check = certificate_check(tls, is_loopback=False)
    assert check.verdict is Verdict.PASS
    assert "CN=Proxy, O=Company, valid until 2030" in check.why
    assert certificate_check(TlsInfo(), is_loopback=False).verdict is Verdict.WARN


def test_plain_http_is_for_this_computer() -> None:
    assert certificate_check(None, is_loopback=True).verdict is Verdict.PASS
    assert certificate_check(None, is_loopback=False).verdict is Verdict.FAIL
