"""Judges a login by its discovery document and by how it answered: pass, warn or fail, and why.

Pure rules over values that were fetched before. Sources: OpenID Connect Discovery 1.0, sections 3
and 4.3; RFC 8414, section 2; `resources/k2-facts.md`, "Token endpoint".
"""

from dataclasses import dataclass, replace

from k2bench.auth.check import Check, Verdict, failed, passed, warned
from k2bench.auth.credentials import ClientAuth
from k2bench.auth.discovery import Discovery, issuer_of
from k2bench.auth.one_line import one_line
from k2bench.core.problem import NextStep, Step, WorkbenchError
from k2bench.core.url import Origin, origin_of

ISSUER, TOKEN_ENDPOINT, GRANT = "Issuer", "Token endpoint", "Grant"
CLIENT_AUTH, SCOPE_LISTED, SIGNING_KEYS = "Client authentication", "Scope", "Signing keys"
CLIENT_CREDENTIALS = "client_credentials"

_METHODS = {ClientAuth.BODY: "client_secret_post", ClientAuth.BASIC: "client_secret_basic"}
_IN_WORDS = {ClientAuth.BODY: "in the body", ClientAuth.BASIC: "as a Basic header"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the environment's login settings are."""

    token_url: str
    client_auth: ClientAuth = ClientAuth.BODY
    scope: str = ""


def document_checks(document: Discovery, asked: Asked) -> tuple[Check, ...]:
    """Whether the document fits the settings. The key set is judged by `key_check`."""
    return (
        _issuer(document, asked),
        _token_endpoint(document, asked),
        _grant(document),
        _client_auth(document, asked),
        _scope(document, asked),
    )


def key_check(document: Discovery, token_url: str, keys: int, trouble: str) -> Check:
    """Whether the keys that tokens are signed with could be had.

    Args:
        keys: how many came.
        trouble: why none could be had, in words that go on after “:”; empty when they came.
    """
    if not document.jwks_uri:
        return warned(SIGNING_KEYS, "The document names no jwks_uri: no signature can be verified.")
    if trouble:
        return failed(SIGNING_KEYS, f"The key set cannot be read: {trouble}.")
    if not keys:
        return warned(SIGNING_KEYS, "The key set is empty: no signature can be verified.")
    check = passed(SIGNING_KEYS, f"{keys} key{'s' if keys > 1 else ''} to verify signatures with.")
    if document.jwks_uri.startswith(issuer_of(token_url) + "/"):
        return check
    return replace(check, verdict=Verdict.WARN, why=f"{check.why} They are not below the issuer.")


def _issuer(document: Discovery, asked: Asked) -> Check:
    said, expected = document.issuer, issuer_of(asked.token_url)
    shown = one_line(said)
    if not said:
        return failed(ISSUER, "The document names no issuer.")
    if said == expected:
        return passed(ISSUER, f"{shown}, as the Access Token URL says.")
    if said.rstrip("/").lower() == expected.lower():
        return warned(
            ISSUER,
            f"The document says {shown}, the Access Token URL belongs to {one_line(expected)}: "
            "only a slash or upper and lower case differ.",
        )
    what = "tenant" if _origin(said) == _origin(expected) else "host"
    return failed(
        ISSUER,
        f"The document is of another {what}: it says {shown}. The APIs of this tenant "
        "very likely refuse its tokens.",
    )


def _token_endpoint(document: Discovery, asked: Asked) -> Check:
    """It is offered on the document's own origin only: a secret must not be led away."""
    said, typed = document.token_endpoint, asked.token_url.strip()
    shown = one_line(said)
    if not said:
        return failed(TOKEN_ENDPOINT, "The document names no token endpoint.")
    if said == typed:
        return passed(TOKEN_ENDPOINT, f"{shown}, the same as the Access Token URL.")
    origin = _origin(said)
    if origin is None:
        return failed(TOKEN_ENDPOINT, f"The document says {shown}, which is no URL.")
    if origin != _origin(typed):
        return failed(
            TOKEN_ENDPOINT,
            f"The document points to another host: {shown}. k2bench does not offer to send the "
            "secret there.",
        )
    step = NextStep("Use this token endpoint", Step.SET_TOKEN_URL, said)
    words = f"The document says {shown}, which is not the Access Token URL."
    if said.rstrip("/").lower() == typed.rstrip("/").lower():
        return replace(warned(TOKEN_ENDPOINT, words), next_step=step)
    return replace(failed(TOKEN_ENDPOINT, words), next_step=step)


def _grant(document: Discovery) -> Check:
    if document.grants is None:
        # The default of OpenID Connect Discovery 3 leaves client credentials out, but many logins
        # that offer them do not say so.
        return warned(GRANT, "The document does not say which grants there are.")
    if CLIENT_CREDENTIALS in document.grants:
        return passed(GRANT, "client_credentials is offered.")
    offered = one_line(", ".join(document.grants)) or "none"
    return Check(
        GRANT,
        Verdict.FAIL,
        f"client_credentials is not offered, only {offered}. Ask Nintex to enable it.",
        NextStep("Show ticket text", Step.SHOW_TICKET),
    )


def _client_auth(document: Discovery, asked: Asked) -> Check:
    mine, words = _METHODS[asked.client_auth], _IN_WORDS[asked.client_auth]
    if document.auth_methods is None:
        if asked.client_auth is ClientAuth.BASIC:
            return passed(CLIENT_AUTH, "The document does not say; a Basic header is the default.")
        return warned(
            CLIENT_AUTH,
            "The document does not say, and the default is a Basic header. Sending them in the "
            "body is what the guide of K2 says.",
        )
    if mine in document.auth_methods:
        return passed(CLIENT_AUTH, f"Sending id and secret {words} ({mine}) is offered.")
    other = next((words for auth, words in _IN_WORDS.items() if auth is not asked.client_auth), "")
    offered = one_line(", ".join(document.auth_methods)) or "nothing"
    advice = f" Send them {other}." if set(_METHODS.values()) & set(document.auth_methods) else ""
    return failed(
        CLIENT_AUTH,
        f"Sending id and secret {words} ({mine}) is not offered, only {offered}.{advice}",
    )


def _scope(document: Discovery, asked: Asked) -> Check:
    wanted = asked.scope.split()
    if not wanted:
        return warned(SCOPE_LISTED, "No scope is entered: the login may grant its default scopes.")
    if document.scopes is None:
        return warned(SCOPE_LISTED, "The document lists no scopes; that proves nothing.")
    missing = [scope for scope in wanted if scope not in document.scopes]
    if not missing:
        return passed(SCOPE_LISTED, f"{one_line(asked.scope.strip())} is listed.")
    return _missing_scope(missing[0], wanted, document.scopes)


def _missing_scope(scope: str, wanted: list[str], listed: tuple[str, ...]) -> Check:
    near = _near(scope, listed)
    if not near:
        return warned(
            SCOPE_LISTED,
            f"{one_line(scope)} is not listed. A scope may be hidden: that proves nothing.",
        )
    corrected = " ".join(near if each == scope else each for each in wanted)
    return Check(
        SCOPE_LISTED,
        Verdict.WARN,
        f"{one_line(scope)} is not listed, but {one_line(near)} is: scopes are compared exactly.",
        NextStep(f"Use {one_line(near, 60)}", Step.SET_SCOPE, corrected),
    )


def _near(scope: str, listed: tuple[str, ...]) -> str:
    key = scope.rstrip("/").lower()
    return next((each for each in listed if each.rstrip("/").lower() == key), "")


def _origin(url: str) -> Origin | None:
    try:
        return origin_of(url)
    except WorkbenchError:
        return None
