"""Judges how a login was reached: the computer's clock beside its own, and who vouches for it.

Sources: RFC 9110, section 6.6.1 (Date); RFC 7519, section 4.1.4 (a few minutes of leeway).
"""

import math
from datetime import UTC
from email.utils import parsedate_to_datetime

from k2bench.auth.check import Check, failed, passed, warned
from k2bench.auth.one_line import one_line
from k2bench.core.response import TlsInfo

CLOCK, CERTIFICATE = "Clock", "Certificate"
SOME, MUCH = 60.0, 300.0  # seconds of difference that are odd, and that break tokens


def clock_check(date: str, now: float) -> Check:
    """This computer's clock (`now`, seconds since the epoch) beside a Date header."""
    theirs = seconds_of_date(date)
    if theirs is None:
        said = "sent a Date that cannot be read" if date.strip() else "sent no Date"
        return warned(CLOCK, f"The login {said}: the clocks cannot be compared.")
    off = now - theirs
    if abs(off) <= SOME:
        return passed(CLOCK, f"Within {max(1, math.ceil(abs(off)))} s of the login's.")
    side = "ahead of" if off > 0 else "behind"
    words = f"This computer's clock is {rough_span(abs(off))} {side} the login's."
    if abs(off) <= MUCH:
        return warned(CLOCK, words)
    return failed(CLOCK, words + " Tokens may look expired or not valid yet. Set the clock.")


def certificate_check(tls: TlsInfo | None, is_loopback: bool) -> Check:
    """Who issued the certificate: to be shown, because it was verified before anything came."""
    if tls is None:
        if is_loopback:
            return passed(CERTIFICATE, "None is needed: the login is on this computer.")
        return failed(CERTIFICATE, "The connection is not encrypted (http). Use https.")
    if not tls.issuer:
        return warned(CERTIFICATE, f"{tls.version or 'TLS'}; the issuer cannot be read.")
    until = f", valid until {tls.not_after}" if tls.not_after else ""
    return passed(
        CERTIFICATE,
        f"Issued by {one_line(tls.issuer)}{until}. If that is your company, its proxy reads along.",
    )


def seconds_of_date(date: str) -> float | None:
    """A Date header as seconds since the epoch; None when it is none."""
    try:
        moment = parsedate_to_datetime(date.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def rough_span(seconds: float) -> str:
    """`10 min`, `3 h`, `2 days`, rounded: a Date header has whole seconds only."""
    minutes = seconds / 60
    if minutes < 120:
        return f"{minutes:.0f} min"
    return f"{minutes / 60:.0f} h" if minutes < 48 * 60 else f"{minutes / 1440:,.0f} days"
