"""What the members of a token's header and claims mean, in plain words.

Sources: RFC 7519, section 4.1; RFC 7515, section 4.1; RFC 9068, section 2; `resources/k2-facts.md`,
"Token endpoint". It does not verify anything.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, TypeAlias

from k2bench.auth.check import Verdict
from k2bench.auth.discovery import issuer_of
from k2bench.auth.guide import CLIENT_ID_START, WORKFLOW_ACCOUNT
from k2bench.auth.jwt import scopes_of
from k2bench.auth.key_set import ASYMMETRIC
from k2bench.auth.moments import from_now, local_time, seconds_of
from k2bench.auth.one_line import one_line
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token is looked at beside.

    Attributes:
        client_id: of the environment; empty: not compared.
        now: seconds since the epoch.
        zone: of the times shown; None: this computer's.
    """

    token_url: str
    client_id: str
    now: float
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """An explanation, and whether the value is as it should be (None: nothing to judge)."""

    text: str = ""
    verdict: Verdict | None = None


Explain: TypeAlias = Callable[[Any, Mapping[str, Any], Expected], Meaning]


def _warn(text: str) -> Meaning:
    return Meaning(text, Verdict.WARN)


def _client_id(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    if not isinstance(value, str):
        return _warn("Should be a text.")
    if expected.client_id and value != expected.client_id.strip():
        return _warn("Not the client id of this environment: the token was got by another client.")
    who = "Who you are: the client that Nintex onboarded."
    if not value.startswith(CLIENT_ID_START):
        who = "Who you are: this client."
    scopes = scopes_of(dict(claims))
    if scopes and ODATA_SCOPE not in scopes:
        return Meaning(who)
    return Meaning(
        f"{who} In Workflow REST you act as {WORKFLOW_ACCOUNT} and see only its tasks and "
        "workflows.",
        Verdict.PASS if expected.client_id else None,
    )


_SCOPES = {
    ODATA_SCOPE: "OData and, very likely, Workflow REST",
    SCIM_SCOPE: "SCIM: read and write users and groups",
}


def _scope(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    scopes = scopes_of({"scope": value})
    if not isinstance(value, str | list):
        return _warn("Should be an array or a text.")
    if not scopes:
        return _warn("It allows nothing.")
    slashless = next((scope for scope in scopes if scope + "/" == ODATA_SCOPE), "")
    if slashless:
        return _warn(f"The slash at the end is missing: K2's scope is {ODATA_SCOPE}")
    known = [_SCOPES[scope] for scope in scopes if scope in _SCOPES]
    return Meaning(f"What it may be used for: {'; '.join(known) or 'see the API that it is for'}.")


def _aud(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    audiences = [value] if isinstance(value, str) else value
    if not isinstance(audiences, list) or not all(isinstance(each, str) for each in audiences):
        return _warn("Should be a text or an array of texts.")
    if not audiences:
        return _warn("It is for no API.")
    general = f"{issuer_of(expected.token_url)}/resources"
    if general in audiences:
        return Meaning("The APIs that it is for: very likely every API of this login.")
    return Meaning("The API that it is for; any other one should refuse it.")


def _iss(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    issuer = issuer_of(expected.token_url)
    if not isinstance(value, str):
        return _warn("Should be a text.")
    if not issuer:
        return Meaning("The login that made it. There is no Access Token URL to compare it with.")
    if value.rstrip("/") == issuer:
        return Meaning("The login that made it: that of this environment.", Verdict.PASS)
    return _warn(
        f"Another tenant's login. That of this environment is {one_line(issuer)}: its APIs very "
        "likely refuse this token with 401."
    )


def _moment(value: Any, expected: Expected) -> tuple[float, str] | None:
    seconds = seconds_of(value)
    if seconds is None:
        return None
    shown = local_time(seconds, expected.zone)
    when = from_now(seconds, expected.now)
    return seconds, f"{shown}, {when}" if shown else f"beyond any calendar, {when}"


def _exp(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    moment = _moment(value, expected)
    if moment is None:
        return _warn("When it ends. Should be a number of seconds since 1970.")
    seconds, words = moment
    if seconds <= expected.now:
        return Meaning(f"It has expired: {words}. Get a new one.", Verdict.FAIL)
    return Meaning(f"It ends: {words}.", Verdict.PASS)


def _start(what: str, unknown: str) -> Explain:
    def explain(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
        moment = _moment(value, expected)
        if moment is None:
            return _warn(f"{unknown} Should be a number of seconds since 1970.")
        seconds, words = moment
        if seconds > expected.now + 5:  # as much as two good clocks may differ
            return _warn(f"{what} {words}: very likely this computer's clock is behind.")
        return Meaning(f"{what} {words}.")

    return explain


def _alg(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    if not isinstance(value, str) or value.lower() == "none":
        return Meaning("It is not signed: anybody could have written it.", Verdict.FAIL)
    if value in ASYMMETRIC:
        return Meaning("How it is signed: with the login's private key, so anybody can verify it.")
    if value.startswith("HS"):
        return _warn("Signed with a key that signer and reader share: it cannot be verified here.")
    return _warn("How it is signed; k2bench does not know this algorithm.")


def _typ(value: Any, claims: Mapping[str, Any], expected: Expected) -> Meaning:
    words = {"at+jwt": "An access token (RFC 9068).", "jwt": "A JSON Web Token of any kind."}
    key = value.lower().removeprefix("application/") if isinstance(value, str) else ""
    return Meaning(words[key]) if key in words else _warn("Not the type of an access token.")


def _fixed(text: str, verdict: Verdict | None = None) -> Explain:
    return lambda value, claims, expected: Meaning(text, verdict)


HEADER: Mapping[str, Explain] = {
    "alg": _alg,
    "kid": _fixed("The name of the key that it was signed with."),
    "typ": _typ,
    "x5t": _fixed("The fingerprint of the signing certificate."),
    "jku": _fixed("An address for its own key; k2bench never uses it.", Verdict.WARN),
    "x5u": _fixed("An address for its own certificate; k2bench never uses it.", Verdict.WARN),
    "jwk": _fixed("A key that came with it; k2bench never uses it.", Verdict.WARN),
    "crit": _fixed("Extensions that a reader must know.", Verdict.WARN),
}

CLAIMS: Mapping[str, Explain] = {
    "client_id": _client_id,
    "scope": _scope,
    "aud": _aud,
    "iss": _iss,
    "exp": _exp,
    "nbf": _start("Not valid before", "From when on it is valid."),
    "iat": _start("Made", "When it was made."),
    "jti": _fixed("Its number: no two tokens have the same."),
    "sub": _fixed("A person or account. Tokens of client credentials very likely have none."),
}
