"""What the timeline of an answer says, in words and figures. No widgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from k2bench.core.response import ResponseSnapshot, Timings, TlsInfo

DAY = 86_400
SOON = 30  # days before its end from which a certificate is warned about
_PHASES = (
    ("Connect (with DNS)", "connect"),
    ("TLS", "tls"),
    ("Request sent", "send"),
    ("Waiting", "wait"),
    ("Download", "receive"),
)


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase that was seen: when it began, in seconds after the first, and how long it took."""

    name: str
    begun: float
    seconds: float


def phases_of(timings: Timings) -> tuple[Phase, ...]:
    """The phases one after the other."""
    found: list[Phase] = []
    begun = 0.0
    for name, field in _PHASES:
        seconds = getattr(timings, field)
        if seconds is not None:
            found.append(Phase(name, begun, seconds))
            begun += seconds
    return tuple(found)


def milliseconds(seconds: float) -> str:
    """`1,234.56 ms`."""
    return f"{seconds * 1000:,.2f} ms"


def facts_of(snapshot: ResponseSnapshot) -> tuple[tuple[str, str], ...]:
    """Everything that can be copied, as (name, value)."""
    return (
        *_times(snapshot.timings),
        *_sizes(snapshot),
        ("HTTP version", snapshot.http_version or "not known"),
        *_tls(snapshot.tls),
        *_redirects(snapshot),
    )


def warning_of(snapshot: ResponseSnapshot) -> str:
    """That the certificate ends soon, or has ended; empty when there is nothing to warn about."""
    ends = _expiry(snapshot.tls)
    if ends is None or not snapshot.received_at:
        return ""
    left = ends.timestamp() - snapshot.received_at
    if left < 0:
        return f"The server's certificate has expired: it was valid until {ends:%Y-%m-%d}."
    if left >= SOON * DAY:
        return ""
    days = int(left // DAY)
    words = "today" if days == 0 else "in 1 day" if days == 1 else f"in {days} days"
    return f"The server's certificate expires {words}, on {ends:%Y-%m-%d}."


def _times(timings: Timings) -> Iterator[tuple[str, str]]:
    for phase in phases_of(timings):
        yield phase.name, milliseconds(phase.seconds)
    yield "Total", milliseconds(timings.total)


def _sizes(snapshot: ResponseSnapshot) -> Iterator[tuple[str, str]]:
    wire, decoded = snapshot.sizes.wire, snapshot.sizes.decoded or len(snapshot.body)
    yield "Body", f"{decoded:,} bytes"
    if wire:
        ratio = f" ({wire / decoded:.1%} of the body)" if decoded and wire != decoded else ""
        yield "Received for it", f"{wire:,} bytes{ratio}"
    yield "Content encoding", snapshot.header("content-encoding") or "none"


def _tls(tls: TlsInfo | None) -> Iterator[tuple[str, str]]:
    if tls is None:
        yield "TLS", "none: plain http"
        return
    for name, value in (
        ("TLS version", tls.version),
        ("Cipher", tls.cipher),
        ("Certificate for", tls.subject),
        ("Issued by", tls.issuer),
        ("Valid until", tls.not_after),
    ):
        if value:
            yield name, value


def _redirects(snapshot: ResponseSnapshot) -> Iterator[tuple[str, str]]:
    for number, hop in enumerate(snapshot.redirects, 1):
        dropped = f"\nLeft behind: {', '.join(hop.dropped)}" if hop.dropped else ""
        yield f"Redirect {number}", f"{hop.status}: {hop.source}\nto {hop.target}{dropped}"


def _expiry(tls: TlsInfo | None) -> datetime | None:
    try:
        return datetime.strptime(tls.not_after if tls else "", "%Y-%m-%d %H:%M:%S UTC").replace(
            tzinfo=UTC
        )
    except ValueError:
        return None
