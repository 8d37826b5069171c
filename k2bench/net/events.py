"""What an exchange tells while it goes on: one `Head`, any number of `Chunk`s, one `End`."""

from dataclasses import dataclass
from typing import TypeAlias

from k2bench.core.problem import Problem
from k2bench.core.response import Timings, TlsInfo


@dataclass(frozen=True, slots=True)
class Head:
    """The status line and headers, as received and in order.

    Attributes:
        reason: the reason phrase; empty with HTTP/2, which has none.
        http_version: `HTTP/1.1` or `HTTP/2`.
        tls: None over plain http.
        sent: the headers that went out, in order, sensitive values masked.
    """

    status: int
    reason: str = ""
    http_version: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    tls: TlsInfo | None = None
    sent: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """The values of all headers of that name, joined by commas (RFC 9110, section 5.3)."""
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None


@dataclass(frozen=True, slots=True, repr=False)
class Chunk:
    """The next decoded bytes of the body, between 1 byte and 256 KB."""

    data: bytes

    def __repr__(self) -> str:
        return f"Chunk({len(self.data)} bytes)"


@dataclass(frozen=True, slots=True)
class End:
    """The end of the body; `problem` tells what is wrong with it, everything that came is kept.

    Attributes:
        wire_bytes: bytes of the body as received, before decoding.
        decoded_bytes: the sum of the chunks.
    """

    timings: Timings
    wire_bytes: int
    decoded_bytes: int
    problem: Problem | None = None


Event: TypeAlias = Head | Chunk | End
