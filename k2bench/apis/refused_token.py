"""A 401 that came although a token was sent: its likely causes, each with the evidence found.

Four witnesses are heard: the token's claims, the environment, the challenge and the Date of the
answer. Sources: `resources/k2-facts.md`, "What goes wrong"; RFC 6750, section 3.1.
"""

from dataclasses import dataclass, replace

from k2bench.apis.kind import Context
from k2bench.apis.sent_to import sent_to
from k2bench.auth.channel_checks import rough_span, seconds_of_date
from k2bench.auth.discovery import issuer_of
from k2bench.auth.jwt import scopes_of
from k2bench.auth.moments import from_now, seconds_of
from k2bench.auth.one_line import one_line
from k2bench.core.problem import Cause, NextStep, Step
from k2bench.core.response import ResponseSnapshot

INSPECT = NextStep("Inspect Token", Step.INSPECT_TOKEN)
LEEWAY = 60.0  # seconds by which clocks may differ


@dataclass(frozen=True, slots=True)
class _Witness:
    """What is known of one refusal; times in seconds since the epoch, None where unknown."""

    response: ResponseSnapshot
    context: Context
    challenge: str

    @property
    def ends(self) -> float | None:
        return seconds_of((self.context.claims or {}).get("exp"))

    @property
    def off(self) -> float:
        """By how much the server's clock is ahead of ours; 0 when nearly the same."""
        theirs = seconds_of_date(self.response.header("date") or "")
        off = 0.0 if theirs is None or not self.context.now else theirs - self.context.now
        return off if abs(off) > LEEWAY else 0.0

    def says(self, *words: str) -> str:
        """The challenge, if one of the words is in it."""
        said = self.challenge.lower()
        return f"The server says: {self.challenge}" if any(w in said for w in words) else ""


def refused_token(
    response: ResponseSnapshot, context: Context, renew: NextStep
) -> tuple[Cause, ...]:
    """The causes: those with evidence first, each group in the order of the table."""
    challenge = one_line(response.header("www-authenticate") or "", 200)
    witness = _Witness(response, context, challenge)
    causes = (
        Cause("the token has expired", _expired(witness), renew),
        Cause("the token is of another tenant", _other_tenant(witness), INSPECT),
        Cause("the token is for another API", _other_api(witness), INSPECT),
        Cause("a clock is wrong", _clock(witness), INSPECT),
    )
    if challenge and not any(cause.evidence for cause in causes):
        causes = (replace(causes[0], evidence=f"The server says: {challenge}"), *causes[1:])
    return tuple(sorted(causes, key=lambda cause: not cause.evidence))


def _expired(witness: _Witness) -> str:
    ends, now = witness.ends, witness.context.now
    if ends is not None and ends <= now:
        return f"It expired {from_now(ends, now)}."
    return "" if witness.off else witness.says("expired")


def _other_tenant(witness: _Witness) -> str:
    made_by = (witness.context.claims or {}).get("iss")
    ours = issuer_of(witness.context.environment.token_url)
    if isinstance(made_by, str) and ours and made_by.rstrip("/") != ours:
        return f"It was made by {one_line(made_by)}; the login of this environment is {ours}."
    return witness.says("issuer", "signature", "kid")


def _other_api(witness: _Witness) -> str:
    return wrong_scope(witness.response, witness.context) or witness.says("audience", "scope")


def wrong_scope(response: ResponseSnapshot, context: Context) -> str:
    """The evidence that the token's scope is not the one for the host it was sent to."""
    held = scopes_of(dict(context.claims or {}))
    origin = sent_to(response)
    wanted = context.environment.scope_for(origin) if origin else None
    if not held or not wanted or any(each in held for each in wanted.split()):
        return ""
    return f"Its scope is {one_line(' '.join(held))}; this host wants {wanted}."


def _clock(witness: _Witness) -> str:
    if not witness.off:
        return witness.says("not valid yet", "not yet valid", "nbf")
    side = "ahead of" if witness.off > 0 else "behind"
    return f"The server's clock is {rough_span(abs(witness.off))} {side} this computer's."
