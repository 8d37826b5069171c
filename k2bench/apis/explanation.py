"""What a status of 400 and above very likely means, whatever the API.

Source of the causes: `resources/k2-facts.md`, "What goes wrong".
"""

from k2bench.apis.kind import Context
from k2bench.core.problem import Cause, NextStep, Problem, ProblemKind, Step
from k2bench.core.response import ResponseSnapshot

SHOWN = 2_000  # bytes of the body in the details

_GET_TOKEN = NextStep("Get New Access Token", Step.GET_TOKEN)
_INSPECT = NextStep("Inspect Token", Step.INSPECT_TOKEN)


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
    if not any(name.lower() == "authorization" for name, _ in response.sent.headers):
        return (
            Cause(
                "no token was sent",
                "A token goes only to the environment's own origin.",
                _GET_TOKEN,
            ),
        )
    challenge = response.header("www-authenticate") or ""
    said = f"The server says: {challenge[:200]}" if challenge else ""
    return (
        Cause("the token has expired or belongs to another tenant", said, _GET_TOKEN),
        Cause("the token is for another API: look at its aud and scope", "", _INSPECT),
        Cause("this computer's clock is wrong"),
    )


def _forbidden(response: ResponseSnapshot, context: Context) -> tuple[Cause, ...]:
    return (
        Cause("the identity behind the token may not do this", "", _INSPECT),
        Cause("the token has not the scope that this API wants", "", _GET_TOKEN),
    )


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
