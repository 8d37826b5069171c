"""The client's side of the client-credentials grant, checked before anything is sent."""

from dataclasses import dataclass, replace
from enum import StrEnum

from k2bench.auth.secret_advice import advice_on
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, WorkbenchError, input_error
from k2bench.core.secret import Secret
from k2bench.core.url import origin_of, without_userinfo

TOKEN_URL, CLIENT_ID, CLIENT_SECRET, SCOPE = (
    "Access Token URL",
    "Client ID",
    "Client Secret",
    "Scope",
)


class ClientAuth(StrEnum):
    """Where the client id and secret travel (RFC 6749, section 2.3.1)."""

    BODY = "body"
    BASIC = "basic"


PLACEMENTS = {  # in Postman's words
    ClientAuth.BODY: "Send client credentials in body",
    ClientAuth.BASIC: "Send as Basic Auth header",
}


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """What a token request needs. `extra` holds further parameters such as `audience`."""

    token_url: str
    client_id: str
    client_secret: Secret
    scope: str = ""
    client_auth: ClientAuth = ClientAuth.BODY
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """Something worth saying about one field; it stops nothing."""

    field: str
    text: str


def checked(given: ClientCredentials) -> tuple[ClientCredentials, tuple[Advice, ...]]:
    """`given` as it may be sent, and what is worth saying about it.

    Raises:
        WorkbenchError: the token URL is no URL or not https (plain http is for this machine
            only), or the client id or the secret is blank.
    """
    token_url, advice = _token_url(given.token_url)
    if not given.client_id.strip():
        raise input_error(
            "The client id is missing", "Nintex sends it; it starts with idt.cc.", CLIENT_ID
        )
    if not given.client_secret.reveal().strip():
        raise input_error(
            "The client secret is missing",
            "Enter the secret that you chose, not its hash.",
            CLIENT_SECRET,
        )
    if given.client_id != given.client_id.strip():
        advice.append(Advice(CLIENT_ID, "Blanks around the client id were left out."))
    advice += [Advice(CLIENT_SECRET, text) for text in advice_on(given.client_secret)]
    if not given.scope.strip():
        advice.append(Advice(SCOPE, "No scope: the server may grant its default scopes."))
    ready = replace(
        given, token_url=token_url, client_id=given.client_id.strip(), scope=given.scope.strip()
    )
    return ready, tuple(advice)


def _token_url(typed: str) -> tuple[str, list[Advice]]:
    advice = []
    url, had_userinfo = without_userinfo(typed.strip())
    if typed != typed.strip():
        advice.append(Advice(TOKEN_URL, "Blanks around the URL were left out."))
    if had_userinfo:
        advice.append(
            Advice(
                TOKEN_URL,
                "The user name and password in the URL were left out: they would "
                "replace the client id and secret.",
            )
        )
    if not origin_of(url, TOKEN_URL).is_private_channel:
        raise WorkbenchError(
            Problem(
                ProblemKind.POLICY,
                "The Access Token URL is not https",
                "The secret would travel in the open, so nothing was sent. "
                "Plain http is accepted only on this machine (localhost).",
                steps=(NextStep("Use https", Step.SET_TOKEN_URL, "https" + url[len("http") :]),),
            )
        )
    return url, advice
