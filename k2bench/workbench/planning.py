"""From a request as written to the request that goes out, or to a question about it. Pure.

Questions are asked before sending, never in mid-flight; whoever asks plans again with the answer.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias
from urllib.parse import quote_plus

from k2bench.auth.hashing import utf8
from k2bench.core.auth_type import KeyPlace
from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth, OAuth2
from k2bench.core.environment import Environment, WritePolicy
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.request import FormBody, RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.core.url import Origin, encode_value, finished, origin_of, without_userinfo
from k2bench.core.variables import expand
from k2bench.core.wire import WireRequest

ACCEPT = "application/json, */*;q=0.8"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Plan:
    """A request that is ready to go. `scope`: a token of this scope is to be added; None: none."""

    spec: RequestSpec
    wire: WireRequest
    environment: Environment
    scope: str | None = None
    notes: tuple[str, ...] = ()


class QuestionKind(StrEnum):
    """What is asked."""

    OTHER_ORIGIN = "other_origin"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Question:
    """What a person must decide before anything is sent; `detail` shows what would go out."""

    kind: QuestionKind
    title: str
    text: str
    detail: str = ""
    origin: Origin | None = None
    production: bool = False


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was answered: whether credentials go to other origins, and that a write is meant."""

    origins: Mapping[Origin, bool]
    write_confirmed: bool = False


NOTHING_DECIDED = Decisions({})
Outcome: TypeAlias = Plan | Question


def plan(
    spec: RequestSpec,
    environment: Environment,
    secrets: Mapping[str, Secret],
    auth: Auth,
    decisions: Decisions = NOTHING_DECIDED,
) -> Outcome:
    """Expand the variables, decide what authorization goes along, and whether to ask first.

    Args:
        secrets: what the secret names in the request stand for.
        auth: the request's own authorization, or its environment's.

    Raises:
        WorkbenchError: an unknown variable, a URL that is none, credentials over plain http, or
            a write where the environment forbids them.
    """
    values = {**environment.values(), **{name: s.reveal() for name, s in secrets.items()}}
    url, had_userinfo = without_userinfo(finished(expand(spec.url, values)))
    origin = origin_of(url, "Request URL")
    # What a secret changes holds it, in whatever spelling and through whatever other variable.
    without = {**values, **dict.fromkeys(secrets, "")}
    headers, body = _headers(spec, values), _body(spec, values)
    hidden = _headers_that_differ(headers, _headers(spec, without)) if secrets else frozenset()
    wire = WireRequest(
        spec.method.upper(),
        url,
        tuple((n, Secret(v) if n.lower() in hidden else v) for n, v in headers),
        body,
        sensitive_headers=hidden,
        sensitive_body=bool(secrets) and body != _body(spec, without),
    )
    notes = []
    if had_userinfo:
        notes.append("The user name and password in the URL were left out; use Authorization.")
    ours = origin in environment.origins() or _is_brought(spec.auth)
    if not ours and _carries(auth, environment) and origin not in decisions.origins:
        return _other_origin(origin, environment)
    if ours or decisions.origins.get(origin, False):
        planned = _authorized(Plan(spec, wire, environment), auth, origin, values)
    else:
        planned = Plan(spec, wire, environment)
        if _carries(auth, environment):
            notes.append(f"{origin} is not of this environment, so no credentials were sent there.")
    planned = replace(planned, notes=(*notes, *planned.notes))
    _refuse_open_channel(planned, origin, bool(secrets) or isinstance(auth, ApiKeyAuth))
    return _write_question(planned, decisions) or planned


def _is_brought(auth: Auth | None) -> bool:
    """Whether a request brings credentials of its own, which go where it goes.

    A token of OAuth 2.0 is the environment's, whoever asks for it.
    """
    return auth is not None and not isinstance(auth, OAuth2)


def _carries(auth: Auth, environment: Environment) -> bool:
    """Whether `auth` would add something secret to a request of `environment`."""
    if isinstance(auth, OAuth2):
        return bool(environment.token_url.strip())
    return isinstance(auth, BearerAuth | BasicAuth | ApiKeyAuth)


def _other_origin(origin: Origin, environment: Environment) -> Question:
    return Question(
        QuestionKind.OTHER_ORIGIN,
        f"Send the credentials of “{environment.name}” to {origin}?",
        f"{origin} is not an address of this environment. Whoever runs it could use what is sent "
        "there to act in your name.",
        origin=origin,
    )


def _write_question(planned: Plan, decisions: Decisions) -> Question | None:
    environment, wire = planned.environment, planned.wire
    if not planned.spec.writes or environment.writes is WritePolicy.FREE:
        return None
    if environment.writes is WritePolicy.FORBIDDEN:
        raise WorkbenchError(
            Problem(
                ProblemKind.POLICY,
                f"“{environment.name}” forbids writes",
                f"{wire.method} may change data, so nothing was sent. The environment's write "
                "policy can be changed in Manage environments.",
            )
        )
    if decisions.write_confirmed:
        return None
    body = wire.body[:2000].decode("utf-8", "replace")
    where = "PRODUCTION environment " if environment.production else ""
    return Question(
        QuestionKind.WRITE,
        f"Send this {wire.method} to {where}“{environment.name}”?",
        "It may change or delete data on the server.",
        detail=f"{wire.method} {wire.url}" + (f"\n\n{body}" if body else ""),
        production=environment.production,
    )


def _authorized(planned: Plan, auth: Auth, origin: Origin, values: Mapping[str, str]) -> Plan:
    """`planned` with `auth`; a header that the request has itself wins, and that is said."""
    name = _header_of(auth)
    if name and planned.wire.header(name) is not None:
        note = f"The request has its own {name} header, so its authorization was not added."
        return replace(planned, notes=(*planned.notes, note))
    match auth:
        case OAuth2():
            environment = planned.environment
            if not environment.token_url.strip():
                return planned
            scope = environment.scope_for(origin)
            return replace(planned, scope=environment.scope if scope is None else scope)
        case BearerAuth(token):
            return _with_header(planned, name, "Bearer " + expand(token.reveal(), values).strip())
        case BasicAuth(username, password):
            pair = f"{expand(username, values)}:{expand(password.reveal(), values)}"
            return _with_header(planned, name, "Basic " + base64.b64encode(utf8(pair)).decode())
        case ApiKeyAuth(_, key, KeyPlace.HEADER):
            return _with_header(planned, expand(name, values), expand(key.reveal(), values))
        case ApiKeyAuth(query_name, key, KeyPlace.QUERY):
            parts = (expand(query_name, values), expand(key.reveal(), values))
            joint = "&" if "?" in planned.wire.url else "?"
            url = planned.wire.url + joint + "=".join(encode_value(part) for part in parts)
            return replace(planned, wire=replace(planned.wire, url=url))
    return planned


def _header_of(auth: Auth) -> str:
    match auth:
        case OAuth2() | BearerAuth() | BasicAuth():
            return "Authorization"
        case ApiKeyAuth(name, _, KeyPlace.HEADER):
            return name
    return ""


def _with_header(planned: Plan, name: str, value: str) -> Plan:
    wire = planned.wire
    return replace(
        planned,
        wire=replace(
            wire,
            headers=(*wire.headers, (name, Secret(value))),
            sensitive_headers=wire.sensitive_headers | {name.lower()},
        ),
    )


def _refuse_open_channel(planned: Plan, origin: Origin, in_url: bool) -> None:
    wire = planned.wire
    carries = (
        in_url
        or planned.scope is not None
        or any(wire.is_sensitive(name) for name, _ in wire.headers)
    )
    if carries and not origin.is_private_channel:
        raise WorkbenchError(
            Problem(
                ProblemKind.POLICY,
                "The request carries credentials and its URL is not https",
                "They would travel in the open, so nothing was sent. Use https, or send it "
                "without credentials. Plain http is accepted only on this machine.",
            )
        )


def _headers_that_differ(
    some: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]
) -> frozenset[str]:
    return frozenset(name.lower() for name, value in some if (name, value) not in others)


def _headers(spec: RequestSpec, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    headers = [
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
