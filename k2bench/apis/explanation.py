"""What a status of 400 and above very likely means, whatever the API.

Source of the causes: `resources/k2-facts.md`, "What goes wrong".
"""

from k2bench.apis.kind import Context
from k2bench.apis.refused_token import INSPECT, refused_token, wrong_scope
from k2bench.apis.sent_to import sent_to
from k2bench.auth.guide import WORKFLOW_ACCOUNT
from k2bench.auth.one_line import one_line
from k2bench.core.auth_type import AuthType
from k2bench.core.authorization import type_of
from k2bench.core.problem import Cause, NextStep, Problem, ProblemKind, Step
from k2bench.core.response import ResponseSnapshot

SHOWN = 2_000  # bytes of the body in the details

_GET_TOKEN = NextStep("Get New Access Token", Step.GET_TOKEN)
_WHO = NextStep("Who am I?", Step.EXPLAIN_IDENTITY)
# What the secret of each type is called in the Authorization panel, and in a sentence.
_OTHER_SECRETS = {
    AuthType.BASIC: ("Password", "the user name or the password is wrong"),
    AuthType.API_KEY: ("Value", "the API key is wrong, or expected under another name"),
}


def explain_status(response: ResponseSnapshot, context: Context) -> Problem | None:
    """A Problem for a failed answer; None below 400."""
    if response.status < 400:
        return None
    causes = _CAUSES.get(response.status, _other)(response, context)
    first = causes[0]
    return Problem(
        ProblemKind.REFUSED,
        f"The server answered {response.status} {response.reason}".rstrip(),
        hint=f"Very likely: {first.text}." + (f" {first.evidence}" if first.evidence else ""),
        detail=response.body[:SHOWN].decode("utf-8", "replace"),
        causes=causes,
        steps=tuple(dict.fromkeys(each.next_step for each in causes if each.next_step)),
    )


def _unauthorized(response: ResponseSnapshot, context: Context) -> tuple[Cause, ...]:
    kind = _auth_type(response, context)
    if kind in _OTHER_SECRETS:
        field, text = _OTHER_SECRETS[kind]
        challenge = one_line(response.header("www-authenticate") or "", 200)
        said = f"The server says: {challenge}" if challenge else ""
        return (Cause(text, said, NextStep(f"Edit {field}", Step.EDIT_FIELD, field)),)
    if not any(name.lower() == "authorization" for name, _ in response.sent.headers):
        return (
            Cause(
                "no token was sent",
                "A token goes only to the environment's own origin.",
                _GET_TOKEN,
            ),
        )
    return refused_token(response, context, _renewal(response, kind))


def _auth_type(response: ResponseSnapshot, context: Context) -> AuthType:
    own = response.request.auth
    return type_of(own) if own is not None else context.environment.auth_type


def _renewal(response: ResponseSnapshot, kind: AuthType) -> NextStep:
    """How another token comes into the request: by itself only with OAuth 2.0."""
    own = (pair.name.strip().lower() for pair in response.request.headers if pair.enabled)
    if "authorization" in own:
        return NextStep("Edit Headers", Step.EDIT_FIELD, "Headers")
    if kind is AuthType.BEARER:
        return NextStep("Edit Token", Step.EDIT_FIELD, "Token")
    return _GET_TOKEN


def _forbidden(response: ResponseSnapshot, context: Context) -> tuple[Cause, ...]:
    """The scope comes first when something speaks for it: it is settled before any rights."""
    challenge = one_line(response.header("www-authenticate") or "", 200)
    evidence = wrong_scope(response, context)
    if not evidence and "scope" in challenge:
        evidence = f"The server says: {challenge}"
    scope = Cause("the token has not the scope that this API wants", evidence, INSPECT)
    if sent_to(response) in context.environment.origins():
        rights = Cause(
            f"the rights of {WORKFLOW_ACCOUNT} do not reach this",
            "Client credentials act as this account; the security of the SmartObject, workflow or "
            "task decides.",
            _WHO,
        )
    else:
        rights = Cause("the identity behind the token may not do this", "", INSPECT)
    return (scope, rights) if evidence else (rights, scope)


def _not_found(response: ResponseSnapshot, context: Context) -> tuple[Cause, ...]:
    return (Cause("there is nothing at this address"),)


def _other(response: ResponseSnapshot, context: Context) -> tuple[Cause, ...]:
    retry = NextStep("Send again", Step.RETRY)
    if response.status == 429:
        wait = response.header("retry-after") or ""
        return (
            Cause(
                "too many requests in a short time",
                f"It asks to wait for {wait[:40]} s." if wait else "",
                retry,
            ),
        )
    if response.status >= 500:
        return (Cause("the server failed; the request may be right", "", retry),)
    return (Cause("the server cannot use the request as it is; its answer says why"),)


_CAUSES = {401: _unauthorized, 403: _forbidden, 404: _not_found}
