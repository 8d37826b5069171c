"""A failed answer of the token endpoint -> ranked causes, each with its evidence and next click.

The table is that of `resources/k2-facts.md`, "What goes wrong". Pure rules: nothing is fetched,
and no text quotes a secret.
"""

from dataclasses import dataclass

from k2bench.auth.credentials import CLIENT_ID, CLIENT_SECRET, SCOPE, TOKEN_URL, ClientCredentials
from k2bench.auth.secret_advice import LONGEST, looks_like_hash
from k2bench.auth.token import NotATokenError, read_fields
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE
from k2bench.core.problem import Cause, NextStep, Problem, ProblemKind, Step

SHOWN = 2_000  # characters of an answer that are shown as details


@dataclass(frozen=True, slots=True)
class TokenAnswer:
    """What came back instead of a token. `body` may be cut."""

    status: int
    media_type: str
    body: bytes
    location: str = ""
    complete: bool = True


def diagnose(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    """Why the login very likely refused, or why its answer cannot be read."""
    if answer.location or 300 <= answer.status < 400:
        return _redirect(answer, sent)
    fields = _fields(answer)
    error = fields.get("error")
    if isinstance(error, str) and error:
        return _refusal(error, str(fields.get("error_description") or ""), answer, sent)
    return _unreadable(answer, sent)


def _fields(answer: TokenAnswer) -> dict[str, object]:
    try:
        return read_fields(answer.body, answer.media_type)
    except NotATokenError:
        return {}


def _refusal(error: str, description: str, answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    title, causes = _TABLE.get(error, (f"The login answered {error[:60]}", lambda _: ()))
    found = causes(sent)
    return Problem(
        ProblemKind.REFUSED,
        title,
        hint=_first(found) or description or "The answer says no more than that.",
        detail=_detail(answer),
        causes=found,
        steps=_steps(found),
    )


def _first(causes: tuple[Cause, ...]) -> str:
    if not causes:
        return ""
    first = causes[0]
    return f"Very likely: {first.text}" + (f" ({first.evidence})." if first.evidence else ".")


def _steps(causes: tuple[Cause, ...]) -> tuple[NextStep, ...]:
    steps = dict.fromkeys(cause.next_step for cause in causes if cause.next_step)
    return tuple(steps)


def _detail(answer: TokenAnswer) -> str:
    text = answer.body[: SHOWN * 4].decode("utf-8", "replace")[:SHOWN]
    return f"HTTP {answer.status} {answer.media_type}\n{text}".strip()


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


def _redirect(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        "The Access Token URL redirects",
        "A secret is never sent on to another address. Very likely the URL is not that of the "
        "token endpoint; it ends with /connect/token.",
        detail=f"HTTP {answer.status}"
        + (f"\nLocation: {answer.location[:SHOWN]}" if answer.location else ""),
        steps=_endpoint_steps(sent),
    )


def _endpoint_steps(sent: ClientCredentials) -> tuple[NextStep, ...]:
    check = NextStep("Check Endpoint", Step.CHECK_ENDPOINT)
    guess = likely_token_url(sent.token_url)
    if guess != sent.token_url:
        return (NextStep("Add /connect/token", Step.SET_TOKEN_URL, guess), check)
    return (NextStep("Edit Access Token URL", Step.EDIT_FIELD, TOKEN_URL), check)


def likely_token_url(url: str) -> str:
    """The token endpoint behind an issuer or a discovery URL; `url` itself if it is one."""
    base = url.partition("?")[0].partition("#")[0].rstrip("/")
    base = base.removesuffix("/.well-known/openid-configuration").removesuffix("/connect")
    return base if base.endswith("/connect/token") else base + "/connect/token"


def _unreadable(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        _unreadable_title(answer),
        "Very likely the Access Token URL is wrong: it should end with /connect/token."
        if not sent.token_url.rstrip("/").endswith("/connect/token") or answer.status == 404
        else "Something between here and the login may have answered in its place, a proxy or a "
        "login page. Check the endpoint.",
        detail=_detail(answer),
        steps=_endpoint_steps(sent),
    )


def _unreadable_title(answer: TokenAnswer) -> str:
    if answer.status == 404:
        return "There is no token endpoint at this address (404)"
    if not answer.body.strip():
        return f"The login sent an empty answer ({answer.status})"
    if not answer.complete:
        return "The login's answer was cut off"
    if "html" in answer.media_type or answer.body[:512].lstrip()[:1] == b"<":
        return f"The login answered a web page instead of a token ({answer.status})"
    try:
        read_fields(answer.body, answer.media_type)
    except NotATokenError as error:
        return f"The login's answer cannot be used: {error}"
    return f"The login's answer holds no token ({answer.status})"
