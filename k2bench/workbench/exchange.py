"""One request out, one answer in: from the transport's events to a snapshot.

It does not follow redirects and does not know tokens (see `sending` and `token_endpoint`).
"""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, replace

from k2bench.core.problem import Problem, WorkbenchError
from k2bench.core.redaction import Redactor
from k2bench.core.request import RequestSpec
from k2bench.core.response import (
    Redirect,
    ResponseBody,
    ResponseSnapshot,
    SentRequest,
    Sizes,
    Timings,
)
from k2bench.core.wire import WireRequest
from k2bench.net.events import Chunk, End, Head
from k2bench.net.headers import headers_sent
from k2bench.net.options import ExchangeOptions
from k2bench.net.transport import Transport
from k2bench.store.body_folder import BodyFolder
from k2bench.store.spool import MEMORY_LIMIT, Spool
from k2bench.workbench.preferences import MIB, Preferences
from k2bench.workbench.progress import OnProgress
from k2bench.workbench.telling import OnPart, Telling


@dataclass(frozen=True, slots=True)
class Received:
    """All of one answer."""

    head: Head
    body: ResponseBody
    end: End


@dataclass(slots=True)
class Exchange:
    """What every exchange needs: the sockets, the limits, where bodies go, what to mask.

    `options` and `memory_limit` (bytes of a body that stay in memory) may be changed at any time;
    what is under way goes on with the old ones.
    """

    transport: Transport
    options: ExchangeOptions
    bodies: BodyFolder
    redactor: Redactor
    memory_limit: int = MEMORY_LIMIT

    def use(self, preferences: Preferences) -> None:
        """Go by these limits from the next request on."""
        self.options = replace(
            self.options,
            max_decoded_bytes=preferences.largest_body * MIB,
            read_timeout=float(preferences.request_timeout),
        )
        self.memory_limit = preferences.body_in_memory * MIB

    async def receive(
        self,
        wire: WireRequest,
        largest: int | None = None,
        progress: OnProgress | None = None,
        part: OnPart | None = None,
    ) -> Received:
        """Send `wire` and take in the answer, at most `largest` decoded bytes of it.

        `part` hears now and then what has come of a body that takes long, and all of it when the
        request is cancelled.

        Raises:
            WorkbenchError: nothing answered. A body that ends early is no error: it is kept, and
                `end.problem` says what is wrong.
        """
        options = self.options
        if largest is not None:
            options = replace(options, max_decoded_bytes=largest)
        spool = Spool(self.bodies, self.memory_limit)
        telling = Telling(spool, progress, part)
        try:
            return await self._received(wire, options, spool, telling)
        except asyncio.CancelledError:
            telling.give_up()
            raise
        finally:
            telling.end()
            spool.discard()

    async def _received(
        self, wire: WireRequest, options: ExchangeOptions, spool: Spool, telling: Telling
    ) -> Received:
        head = Head(0)
        async with aclosing(self.transport.exchange(wire, options)) as events:
            async for event in events:
                match event:
                    case Head():
                        head = event
                        telling.begin(head)
                    case Chunk(data):
                        try:
                            spool.write(data)
                        except WorkbenchError as error:
                            return _not_kept(head, spool, error.problem)
                    case End():
                        return Received(head, spool.body(event.problem is None), event)
                telling.grew()
        raise RuntimeError("the transport ended without an End")

    def snapshot(
        self,
        spec: RequestSpec,
        wire: WireRequest,
        received: Received,
        redirects: tuple[Redirect, ...] = (),
        notes: tuple[str, ...] = (),
        now: float = 0.0,
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
            received_at=now,
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
        found = snapshot.body.masked or body != snapshot.body[:]
        shown = ResponseBody(body, snapshot.body.complete, found)
        return replace(snapshot, body=shown, headers=headers)

    def _masked_hop(self, hop: Redirect) -> Redirect:
        mask = self.redactor.mask
        return replace(hop, source=mask(hop.source), target=mask(hop.target))


def _not_kept(head: Head, spool: Spool, problem: Problem) -> Received:
    """The disk is full: what came before is shown."""
    end = End(Timings(), 0, len(spool), problem)
    return Received(head, spool.body(complete=False), end)
