"""One request out, one answer in: from the transport's events to a snapshot.

It does not follow redirects and does not know tokens (see `sending` and `token_endpoint`).
"""

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from k2bench.core.redaction import Redactor
from k2bench.core.request import RequestSpec
from k2bench.core.response import (
    Redirect,
    ResponseBody,
    ResponseSnapshot,
    SentRequest,
    Sizes,
)
from k2bench.core.wire import WireRequest
from k2bench.net.events import Chunk, End, Head
from k2bench.net.headers import headers_sent
from k2bench.net.options import ExchangeOptions
from k2bench.net.transport import Transport
from k2bench.store.spool import Spool

BETWEEN_PROGRESS = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Progress:
    """How much has come: decoded bytes so far. `status` is 0 before the head."""

    status: int
    received: int


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Received:
    """All of one answer."""

    head: Head
    body: ResponseBody
    end: End


@dataclass(frozen=True, slots=True)
class Exchange:
    """What every exchange needs: the sockets, the limits, where bodies go, what to mask."""

    transport: Transport
    options: ExchangeOptions
    spool_folder: Path
    redactor: Redactor

    async def receive(
        self, wire: WireRequest, largest: int | None = None, progress: OnProgress | None = None
    ) -> Received:
        """Send `wire` and take in the answer, at most `largest` decoded bytes of it.

        Raises:
            WorkbenchError: nothing answered. A body that ends early is no error: it is kept, and
                `end.problem` says what is wrong.
        """
        options = self.options
        if largest is not None:
            options = replace(options, max_decoded_bytes=largest)
        spool = Spool(self.spool_folder)
        head: Head | None = None
        told = 0.0
        try:
            async with aclosing(self.transport.exchange(wire, options)) as events:
                async for event in events:
                    match event:
                        case Head():
                            head = event
                        case Chunk(data):
                            spool.write(data)
                        case End() if head is not None:
                            return Received(head, spool.body(event.problem is None), event)
                    if progress and head and monotonic() - told >= BETWEEN_PROGRESS:
                        told = monotonic()
                        progress(Progress(head.status, len(spool)))
        finally:
            spool.discard()
        raise RuntimeError("the transport ended without an End")

    def snapshot(
        self,
        spec: RequestSpec,
        wire: WireRequest,
        received: Received,
        redirects: tuple[Redirect, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> ResponseSnapshot:
        """`received` as a value to keep and show; what was sent is masked."""
        head, end = received.head, received.end
        return ResponseSnapshot(
            request=spec,
            sent=self.sent(wire),
            status=head.status,
            reason=head.reason,
            http_version=head.http_version,
            headers=tuple((name, self.redactor.mask(value)) for name, value in head.headers),
            body=received.body,
            timings=end.timings,
            redirects=tuple(self._masked_hop(hop) for hop in redirects),
            sizes=Sizes(end.wire_bytes, end.decoded_bytes),
            tls=head.tls,
            problem=end.problem,
            notes=notes,
        )

    def echoes(self, wire: WireRequest) -> bool:
        """Whether the address itself holds a secret, which an answer very likely repeats."""
        return self.redactor.mask(wire.url) != wire.url

    def sent(self, wire: WireRequest) -> SentRequest:
        """What went out, as people may see it."""
        mask = self.redactor.mask
        headers = tuple((name, mask(value)) for name, value in headers_sent(wire))
        return SentRequest(
            wire.method, mask(wire.url), headers, self.redactor.mask_bytes(wire.body)
        )

    def masked(self, snapshot: ResponseSnapshot) -> ResponseSnapshot:
        """`snapshot` with every known secret masked in its headers and its (small) body."""
        body = self.redactor.mask_bytes(snapshot.body[:])
        headers = tuple((n, self.redactor.mask(v)) for n, v in snapshot.headers)
        return replace(snapshot, body=ResponseBody(body, snapshot.body.complete), headers=headers)

    def _masked_hop(self, hop: Redirect) -> Redirect:
        mask = self.redactor.mask
        return replace(hop, source=mask(hop.source), target=mask(hop.target))
