"""What came back, as a value: safe to keep, to show and to hand from thread to thread."""

import mmap
from dataclasses import dataclass, field

from k2bench.core.problem import Problem
from k2bench.core.request import RequestSpec


@dataclass(frozen=True, slots=True, repr=False)
class ResponseBody:
    """The decoded bytes of a body, in memory or as a mapped file; slicing either gives `bytes`.

    `complete` is False when the connection ended early: what came is kept. `masked`: secrets that
    the server repeated were taken out of it.
    """

    data: bytes | mmap.mmap = b""
    complete: bool = True
    masked: bool = False

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, part: slice) -> bytes:
        return self.data[part]

    def __repr__(self) -> str:
        return f"ResponseBody({len(self)} bytes)"


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds of each phase; None where it did not happen or was not seen.

    `connect` holds DNS and TCP together: the HTTP library reports no phase of DNS alone.
    """

    connect: float | None = None
    tls: float | None = None
    send: float | None = None
    wait: float | None = None
    receive: float | None = None
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class TlsInfo:
    """What the TLS handshake agreed on. `issuer` and `not_after` are texts of the certificate."""

    version: str = ""
    cipher: str = ""
    issuer: str = ""
    subject: str = ""
    not_after: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """One hop: the status that sent us on, from where to where, and the headers dropped for it."""

    status: int
    source: str
    target: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What went out, masked: this is what people see and what is kept."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes: `wire` as received, compressed; `decoded` as shown."""

    wire: int = 0
    decoded: int = 0


@dataclass(frozen=True, slots=True)
class ResponseSnapshot:
    """An answer. `problem` tells what is wrong with it (cut off, a lying encoding), or None.

    `received_at` is in seconds since the epoch; 0 where it is not known.
    """

    request: RequestSpec
    sent: SentRequest
    status: int
    reason: str = ""
    http_version: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: ResponseBody = field(default_factory=ResponseBody)
    timings: Timings = Timings()
    redirects: tuple[Redirect, ...] = ()
    sizes: Sizes = Sizes()
    tls: TlsInfo | None = None
    problem: Problem | None = None
    notes: tuple[str, ...] = ()
    received_at: float = 0.0

    def header(self, name: str) -> str | None:
        """The first header of that name, without regard to case."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The media type in lower case without its parameters; empty when none was sent."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()
