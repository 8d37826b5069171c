"""Plans a request, then sends it. Questions are asked between the two, never in mid-flight."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote_plus

from k2bench.apis import kind_of
from k2bench.apis.kind import Context
from k2bench.apis.rest.kind import RestKind
from k2bench.apis.view import View
from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.request import FormBody, RequestSpec, TextBody
from k2bench.core.response import Redirect, ResponseSnapshot
from k2bench.core.secret import Secret
from k2bench.core.url import Origin, finished, origin_of, without_userinfo
from k2bench.core.variables import expand
from k2bench.core.wire import WireRequest
from k2bench.workbench.exchange import Exchange, OnProgress, Received
from k2bench.workbench.redirects import FOLLOWED, MOST, next_request

ACCEPT = "application/json, */*;q=0.8"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Plan:
    """A request that is ready to go. `wants_token`: a token of the environment is to be added."""

    spec: RequestSpec
    wire: WireRequest
    environment: Environment
    wants_token: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back and how to look at it. `problem` explains a failed answer."""

    snapshot: ResponseSnapshot
    views: tuple[View, ...]
    kind: str
    problem: Problem | None = None


def plan(spec: RequestSpec, environment: Environment) -> Plan:
    """Expand the variables and decide whether a token goes along. Pure.

    Raises:
        WorkbenchError: an unknown variable, a URL that is none, credentials over plain http.
    """
    values = environment.values()
    url, had_userinfo = without_userinfo(finished(expand(spec.url, values)))
    origin = origin_of(url, "Request URL")
    notes = []
    if had_userinfo:
        notes.append("The user name and password in the URL were left out; use Authorization.")
    headers = _headers(spec, values)
    wire = WireRequest(spec.method.upper(), url, headers, _body(spec, values))
    own = any(name.lower() == "authorization" for name, _ in headers)
    ours = origin in environment.origins() and bool(environment.token_url.strip())
    if ours and own:
        notes.append("The request has an Authorization header of its own, so no token was added.")
    elif not ours and environment.token_url.strip():
        notes.append(f"{origin} is not of this environment, so no token was sent there.")
    _refuse_open_channel(wire, origin, wants_token=ours and not own)
    return Plan(spec, wire, environment, ours and not own, tuple(notes))


def _refuse_open_channel(wire: WireRequest, origin: Origin, wants_token: bool) -> None:
    carries = wants_token or any(wire.is_sensitive(name) for name, _ in wire.headers)
    if carries and not origin.is_private_channel:
        raise WorkbenchError(
            Problem(
                ProblemKind.POLICY,
                "The request carries credentials and its URL is not https",
                "They would travel in the open, so nothing was sent. Use https, or send it "
                "without credentials. Plain http is accepted only on this machine.",
            )
        )


def _headers(spec: RequestSpec, values: Mapping[str, str]) -> tuple[tuple[str, str | Secret], ...]:
    headers: list[tuple[str, str | Secret]] = [
        (expand(pair.name, values).strip(), expand(pair.value, values))
        for pair in spec.headers
        if pair.enabled and pair.name.strip()
    ]
    names = {name.lower() for name, _ in headers}
    media_type = _media_type(spec)
    if media_type and "content-type" not in names:
        headers.append(("Content-Type", media_type))
    if "accept" not in names:
        headers.append(("Accept", ACCEPT))
    return tuple(headers)


def _media_type(spec: RequestSpec) -> str:
    match spec.body:
        case TextBody(_, media_type):
            return media_type
        case FormBody():
            return FORM
    return ""


def _body(spec: RequestSpec, values: Mapping[str, str]) -> bytes:
    match spec.body:
        case TextBody(text, _):
            return expand(text, values).encode("utf-8", "surrogatepass")
        case FormBody(pairs):
            parts = [(expand(p.name, values), expand(p.value, values)) for p in pairs if p.enabled]
            return "&".join(f"{quote_plus(n)}={quote_plus(v)}" for n, v in parts).encode()
    return b""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends plans.

    Attributes:
        token_for: the token of an environment for an origin; None when it has no login.
    """

    exchange: Exchange
    token_for: Callable[[Environment, Origin], Awaitable[AccessToken | None]]
    clock: Callable[[], float]

    async def send(self, plan: Plan, progress: OnProgress | None = None) -> Answer:
        """Send `plan`, follow its redirects, and say how the answer may be looked at.

        Raises:
            WorkbenchError: no token could be had, or nothing answered.
        """
        wire, token = plan.wire, None
        if plan.wants_token:
            token = await self.token_for(plan.environment, origin_of(wire.url))
        if token is not None:
            bearer = Secret(f"Bearer {token.value.reveal()}")
            wire = replace(wire, headers=(*wire.headers, ("Authorization", bearer)))
        wire, received, hops = await self._follow(wire, progress)
        notes = plan.notes + tuple(_hop_note(hop) for hop in hops if hop.dropped)
        snapshot = self.exchange.snapshot(plan.spec, wire, received, hops, notes)
        claims = token.jwt.claims if token is not None and token.jwt is not None else None
        return answer_of(snapshot, Context(plan.environment, claims, self.clock()))

    async def _follow(
        self, wire: WireRequest, progress: OnProgress | None
    ) -> tuple[WireRequest, Received, tuple[Redirect, ...]]:
        hops: list[Redirect] = []
        while True:
            received = await self.exchange.receive(wire, progress=progress)
            location = {n.lower(): v for n, v in received.head.headers}.get("location")
            if received.head.status not in FOLLOWED or not location or len(hops) == MOST:
                return wire, received, tuple(hops)
            wire, hop = next_request(wire, received.head.status, location)
            hops.append(hop)


def answer_of(snapshot: ResponseSnapshot, context: Context) -> Answer:
    """The best kind's view of `snapshot`; REST shows what the best kind fails on, and says so."""
    kind = kind_of(snapshot)
    try:
        problem = snapshot.problem or kind.explain(snapshot, context)
        return Answer(snapshot, kind.views(snapshot, context), kind.name, problem)
    except Exception as error:  # a body that breaks one kind must still be shown
        rest = RestKind()
        note = (
            f"It is shown as plain REST: reading it as {kind.name} failed ({type(error).__name__})."
        )
        plain = replace(snapshot, notes=(*snapshot.notes, note))
        problem = snapshot.problem or rest.explain(plain, context)
        return Answer(plain, rest.views(plain, context), rest.name, problem)


def _hop_note(hop: Redirect) -> str:
    return f"A redirect led to {origin_of(hop.target)}; left behind: {', '.join(hop.dropped)}."
