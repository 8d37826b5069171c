"""A failed answer of the token endpoint -> ranked causes, each with its evidence and next click.

The table is that of `resources/k2-facts.md`, "What goes wrong". Pure rules: nothing is fetched,
and no text quotes a secret.
"""

from k2bench.auth.credentials import CLIENT_ID, CLIENT_SECRET, SCOPE, TOKEN_URL, ClientCredentials
from k2bench.auth.secret_advice import LONGEST, looks_like_hash
from k2bench.auth.token_answer import TokenAnswer
from k2bench.auth.unusable_answer import RETRY, explain_unusable
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE
from k2bench.core.problem import Cause, NextStep, Problem, ProblemKind, Step

CHECK_ENDPOINT = NextStep("Check Endpoint", Step.CHECK_ENDPOINT)


def diagnose(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    """Why the login very likely refused, or why its answer cannot be used."""
    if not (answer.redirects or answer.passes):
        fields = answer.fields()
        error = fields.get("error")
        if isinstance(error, str) and error:
            return _refusal(error, str(fields.get("error_description") or ""), answer, sent)
    return explain_unusable(answer, sent)


def _refusal(error: str, description: str, answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    title, causes = _TABLE.get(error, (f"The login answered {error[:60]}", lambda _: ()))
    found = causes(sent)
    return Problem(
        ProblemKind.REFUSED,
        title,
        hint=_first(found) or description or "The answer says no more than that.",
        detail=answer.shown(),
        causes=found,
        steps=_steps(found) or (RETRY, CHECK_ENDPOINT),
    )


def _first(causes: tuple[Cause, ...]) -> str:
    if not causes:
        return ""
    first = causes[0]
    return f"Very likely: {first.text}" + (f" ({first.evidence})." if first.evidence else ".")


def _steps(causes: tuple[Cause, ...]) -> tuple[NextStep, ...]:
    steps = dict.fromkeys(cause.next_step for cause in causes if cause.next_step)
    return tuple(steps)


def _invalid_client(sent: ClientCredentials) -> tuple[Cause, ...]:
    secret = sent.client_secret.reveal()
    compare = NextStep("Compare with hash", Step.COMPARE_HASH)
    edit_id = NextStep("Edit Client ID", Step.EDIT_FIELD, CLIENT_ID)
    edit_secret = NextStep("Edit Client Secret", Step.EDIT_FIELD, CLIENT_SECRET)
    evidence = looks_like_hash(sent.client_secret)
    stray = secret != secret.strip()
    too_long = max(len(secret), len(sent.client_id)) > LONGEST
    odd_id = not sent.client_id.startswith("idt.cc.")
    ranked = [
        (evidence, "the hash was entered as the secret", evidence, edit_secret),
        (
            stray,
            "a blank or a line break slipped into the secret",
            "it begins or ends with one",
            edit_secret,
        ),
        (
            too_long,
            "the client id or the secret is too long",
            f"over {LONGEST} characters",
            edit_secret if len(secret) > LONGEST else edit_id,
        ),
        (
            odd_id,
            "the client id is wrong",
            "Nintex' client ids start with idt.cc.",
            edit_id,
        ),
        (True, "the hash was registered in hex or Base64url, or of another secret", "", compare),
        (not odd_id, "the client id has a typing error", "", edit_id),
        (
            True,
            "the Access Token URL belongs to another tenant",
            "",
            NextStep("Check Endpoint", Step.CHECK_ENDPOINT),
        ),
    ]
    return tuple(Cause(text, proof, step) for holds, text, proof, step in ranked if holds)


def _invalid_scope(sent: ClientCredentials) -> tuple[Cause, ...]:
    scopes = sent.scope.split()
    hits = [scope for scope in scopes if scope + "/" == ODATA_SCOPE]
    identity = [scope for scope in scopes if scope in ("openid", "profile", "offline_access")]
    set_odata = NextStep(f"Use {ODATA_SCOPE}", Step.SET_SCOPE, ODATA_SCOPE)
    causes = []
    if hits:
        causes.append(Cause("the trailing slash of the scope is missing", hits[0], set_odata))
    if identity:
        causes.append(
            Cause("that scope is for people who log in, not for clients", identity[0], set_odata)
        )
    if SCIM_SCOPE in scopes:
        causes.append(
            Cause("this client was not given the SCIM scope: ask Nintex for it", "", set_odata)
        )
    edit = NextStep("Edit Scope", Step.EDIT_FIELD, SCOPE)
    causes.append(
        Cause(
            "the scope is unknown there; it is compared exactly, case and slash included",
            "",
            edit if set_odata in [cause.next_step for cause in causes] else set_odata,
        )
    )
    return tuple(causes)


def _unauthorized_client(sent: ClientCredentials) -> tuple[Cause, ...]:
    return (
        Cause(
            "this client is not onboarded for the client-credentials grant",
            "",
            NextStep("Show ticket text", Step.SHOW_TICKET),
        ),
    )


def _endpoint(sent: ClientCredentials) -> tuple[Cause, ...]:
    edit = NextStep("Edit Access Token URL", Step.EDIT_FIELD, TOKEN_URL)
    return (Cause("the address is not that of a token endpoint", "", edit),)


_TABLE = {
    "invalid_client": ("The login refused these credentials", _invalid_client),
    "invalid_scope": ("The login refused the scope", _invalid_scope),
    "unauthorized_client": ("This client may not use client credentials", _unauthorized_client),
    "unsupported_grant_type": ("The login does not offer client credentials", _endpoint),
    "invalid_request": ("The login could not read the request", _endpoint),
}
