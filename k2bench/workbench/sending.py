"""Sends what was planned: the token, the redirects, one renewal after a 401, the best view."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from k2bench.apis import kind_of
from k2bench.apis.kind import Context
from k2bench.apis.odata.place import place_of
from k2bench.apis.rest.kind import RestKind
from k2bench.apis.view import View
from k2bench.auth.token import AccessToken, token_from_elsewhere
from k2bench.core.environment import Environment
from k2bench.core.problem import Note, Problem, WorkbenchError
from k2bench.core.response import Redirect, ResponseSnapshot, Timings
from k2bench.core.secret import Secret
from k2bench.core.url import origin_of
from k2bench.core.wire import WireRequest
from k2bench.net.events import End, Head
from k2bench.workbench.exchange import Exchange, Received
from k2bench.workbench.planning import Plan
from k2bench.workbench.progress import OnProgress, Preview
from k2bench.workbench.redirects import FOLLOWED, MOST, next_request
from k2bench.workbench.schemas import Schemas
from k2bench.workbench.service_names import service_names
from k2bench.workbench.telling import OnPart, Part, total_of
from k2bench.workbench.token_source import Grant

LARGEST_MASKED = 16 * 1024 * 1024  # bytes; SCIM answers are pages of 100
RENEWED = "The server refused the token (401); a new one was got and the request sent once more."

NOT_RENEWED = "The server refused the token (401), and no new one could be had:"


class TokenGiver(Protocol):
    """Where tokens come from."""

    async def token_for(self, environment: Environment, scope: str) -> Grant:
        """The token to send."""

    async def renew(self, environment: Environment, scope: str, refused: AccessToken) -> Grant:
        """Another one than `refused`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back and how to look at it.

    Attributes:
        problem: explains a failed answer.
        token: the one that was sent; None: none was.
        notes: what is worth knowing of one that did not fail.
    """

    snapshot: ResponseSnapshot
    views: tuple[View, ...]
    kind: str
    problem: Problem | None = None
    token: AccessToken | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sent:
    """One request with its redirects followed."""

    wire: WireRequest
    received: Received
    hops: tuple[Redirect, ...]


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends plans. Nothing is repeated but a request that a 401 proves to have been refused."""

    exchange: Exchange
    tokens: TokenGiver
    clock: Callable[[], float]
    schemas: Schemas | None = None

    async def send(self, plan: Plan, progress: OnProgress | None = None) -> Answer:
        """Send `plan` and say how the answer may be looked at.

        Raises:
            WorkbenchError: no token could be had, or nothing answered.
        """
        if plan.scope is None:
            sent = await self._follow(plan, plan.wire, progress)
            return await self._answer(plan, sent, self._brought(plan.wire), ())
        environment, scope = plan.environment, plan.scope
        grant = await self.tokens.token_for(environment, scope)
        notes = [grant.note] if grant.note else []
        sent = await self._follow(plan, _with_token(plan.wire, grant.token), progress)
        if sent.received.head.status == 401 and not sent.hops:
            try:
                grant = await self.tokens.renew(environment, scope, grant.token)
            except WorkbenchError as error:  # the 401 says more than this does
                notes.append(f"{NOT_RENEWED} {error.problem.title}.")
            else:
                notes.append(RENEWED)
                sent = await self._follow(plan, _with_token(plan.wire, grant.token), progress)
        return await self._answer(plan, sent, grant.token, tuple(notes))

    def _brought(self, wire: WireRequest) -> AccessToken | None:
        """The bearer token that the request itself brings along."""
        header = wire.header("Authorization")
        value = header.reveal() if isinstance(header, Secret) else header or ""
        scheme, _, token = value.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            return None
        return token_from_elsewhere(Secret(token.strip()), self.clock())

    async def _answer(
        self, plan: Plan, sent: _Sent, token: AccessToken | None, notes: tuple[str, ...]
    ) -> Answer:
        if len(sent.hops) == MOST:
            notes = (*notes, f"It redirects for ever: stopped after {MOST} redirects.")
        dropped = tuple(_hop_note(hop) for hop in sent.hops if hop.dropped)
        snapshot = self.exchange.snapshot(
            plan.spec,
            sent.wire,
            sent.received,
            sent.hops,
            (*plan.notes, *notes, *dropped),
            self.clock(),
        )
        if self.exchange.echoes(sent.wire) and len(snapshot.body) <= LARGEST_MASKED:
            snapshot = self.exchange.masked(snapshot)
        claims: Mapping[str, Any] | None = token.jwt.claims if token and token.jwt else None
        context = Context(plan.environment, claims, self.clock())
        schema = self.schemas.find(plan.environment, plan.wire.url) if self.schemas else None
        context = replace(context, names=await self._names(plan, snapshot, token), schema=schema)
        answer = answer_of(snapshot, context)
        problem = answer.problem and self.exchange.redactor.mask_problem(answer.problem)
        return replace(answer, token=token, problem=problem)

    async def _names(
        self, plan: Plan, snapshot: ResponseSnapshot, token: AccessToken | None
    ) -> tuple[str, ...] | None:
        """After a 404: what the service has instead."""
        place = place_of(plan.wire.url, plan.environment)
        if snapshot.status != 404 or snapshot.redirects or place is None or not place.segment:
            return None
        wire = replace(plan.wire, method="GET", url=f"{place.root}/", body=b"")
        if token is not None and plan.scope is not None:
            wire = _with_token(wire, token)
        return await service_names(self.exchange, wire)

    async def _follow(self, plan: Plan, wire: WireRequest, progress: OnProgress | None) -> _Sent:
        hops: list[Redirect] = []
        while True:
            part = self._previews(plan, wire, tuple(hops), progress)
            received = await self.exchange.receive(wire, progress=progress, part=part)
            location = _leads_to(received.head)
            if not location or len(hops) == MOST:
                return _Sent(wire, received, tuple(hops))
            try:
                wire, hop = next_request(wire, received.head.status, location)
            except WorkbenchError as error:  # it quotes where the redirect led
                problem = self.exchange.redactor.mask_problem(error.problem)
                raise WorkbenchError(problem) from None
            hops.append(hop)

    def _previews(
        self,
        plan: Plan,
        wire: WireRequest,
        hops: tuple[Redirect, ...],
        progress: OnProgress | None,
    ) -> OnPart | None:
        """Makes a preview of each part of an answer; None where a part could show half a secret."""
        if progress is None or self.exchange.echoes(wire):
            return None
        context = Context(plan.environment, None, self.clock())

        def preview(part: Part) -> None:
            if _leads_to(part.head):
                return
            end = End(Timings(total=part.seconds), 0, len(part.body))
            received = Received(part.head, part.body, end)
            snapshot = self.exchange.snapshot(
                plan.spec, wire, received, hops, plan.notes, self.clock()
            )
            views = answer_of(snapshot, context).views
            progress(Preview(snapshot, views, total_of(part.head)))

        return preview


def _leads_to(head: Head) -> str | None:
    """Where a redirect goes on; None for any other answer."""
    return head.header("location") if head.status in FOLLOWED else None


def _with_token(wire: WireRequest, token: AccessToken) -> WireRequest:
    bearer = Secret(f"Bearer {token.value.reveal()}")
    return replace(wire, headers=(*wire.headers, ("Authorization", bearer)))


def answer_of(snapshot: ResponseSnapshot, context: Context) -> Answer:
    """The best kind's view of `snapshot`; REST shows what the best kind fails on, and says so."""
    kind = kind_of(snapshot)
    try:
        problem = snapshot.problem or kind.explain(snapshot, context)
        notes = () if problem else kind.notes(snapshot, context)
        views = kind.views(snapshot, context)
        return Answer(snapshot, views, kind.name, problem, notes=notes)
    except Exception as error:  # a body that breaks one kind must still be shown
        rest = RestKind()
        note = f"Shown as plain REST: reading it as {kind.name} failed ({type(error).__name__})."
        plain = replace(snapshot, notes=(*snapshot.notes, note))
        problem = snapshot.problem or rest.explain(plain, context)
        return Answer(plain, rest.views(plain, context), rest.name, problem)


def _hop_note(hop: Redirect) -> str:
    return f"A redirect led to {origin_of(hop.target)}; left behind: {', '.join(hop.dropped)}."
