"""An answer of the token endpoint that is neither a token nor a refusal: what it very likely is."""

import re
from dataclasses import replace

from k2bench.auth.credentials import TOKEN_URL, ClientCredentials
from k2bench.auth.moments import span_of
from k2bench.auth.token import LARGEST
from k2bench.auth.token_answer import SHOWN, TokenAnswer
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step

LOOKS_LIKE = "https://login.onk2.com/{guid}/connect/token"
RETRY = NextStep("Try again", Step.RETRY)
_CHECK = NextStep("Check Endpoint", Step.CHECK_ENDPOINT)
_GUID = re.compile(r"/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:/|$)", re.IGNORECASE)


def explain_unusable(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    """Why nothing could be taken from `answer`."""
    if answer.passes:
        return _busy(answer)
    if answer.redirects:
        return _redirect(answer, sent)
    if answer.too_large:
        return _too_large(answer, sent)
    if answer.trouble is not None:
        return _broken(answer, answer.trouble)
    return _unreadable(answer, sent)


def likely_token_url(url: str) -> str:
    """The token endpoint behind an issuer or a discovery URL; `url` itself if it is one."""
    base = url.partition("?")[0].partition("#")[0].rstrip("/")
    base = base.removesuffix("/.well-known/openid-configuration").removesuffix("/connect")
    return base if base.endswith("/connect/token") else base + "/connect/token"


def _busy(answer: TokenAnswer) -> Problem:
    if answer.status == 429:
        title = "The login was asked too often (429)"
        hint = "It refuses more token requests for a while; nothing is wrong with the settings."
    else:
        title = f"The login is temporarily not available ({answer.status})"
        hint = "Nothing is wrong with the settings as far as is known. Try again a little later."
    asked = answer.retry_after.strip()
    if asked.isascii() and asked.isdigit():
        hint += f" It asks to wait for {span_of(float(asked[:12]))}."
    elif asked:
        hint += f" It asks to wait until {asked[:40]}."
    return Problem(ProblemKind.REFUSED, title, hint, answer.shown(), steps=(RETRY,))


def _redirect(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        "The Access Token URL redirects",
        f"A secret is never sent on to another address. {_wrong_url(sent)}",
        detail=f"HTTP {answer.status}"
        + (f"\nLocation: {answer.location[:SHOWN]}" if answer.location else ""),
        steps=_endpoint_steps(sent),
    )


def _too_large(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    if b'"access_token"' in answer.body[:SHOWN]:
        why = (
            "No usual token is that large, and no API would take it. Very likely its claims "
            "hold far too much: ask whoever runs the login to take some out."
        )
    else:
        why = f"That is no usual token. {_wrong_url(sent)}"
    title = f"The login's answer is larger than {LARGEST >> 20} MB"
    hint = f"{why} k2bench reads no more of a token's answer."
    return Problem(ProblemKind.PROTOCOL, title, hint, answer.shown(), steps=_endpoint_steps(sent))


def _broken(answer: TokenAnswer, trouble: Problem) -> Problem:
    return replace(
        trouble,
        title=trouble.title.replace("The answer", "The login's answer", 1),
        hint=trouble.hint.replace("What came is shown; send again.", "Try again."),
        detail="\n\n".join(part for part in (trouble.detail, answer.shown()) if part),
        steps=(RETRY, _CHECK),
    )


def _unreadable(answer: TokenAnswer, sent: ClientCredentials) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        _title(answer),
        _hint(answer, sent),
        detail=answer.shown(),
        steps=_endpoint_steps(sent),
    )


def _title(answer: TokenAnswer) -> str:
    if answer.status == 404:
        return "There is no token endpoint at this address (404)"
    if not answer.body.strip():
        return f"The login sent an empty answer ({answer.status})"
    if _is_page(answer):
        return f"The login answered a web page instead of a token ({answer.status})"
    if answer.status == 200 and answer.why:
        return f"The login's answer cannot be used: {answer.why}"
    return f"The login's answer holds no token ({answer.status})"


def _hint(answer: TokenAnswer, sent: ClientCredentials) -> str:
    if answer.status == 404 or not _is_token_url(sent):
        return _wrong_url(sent)
    if "access_token" in answer.fields():
        return (
            "The address is that of a login, but k2bench cannot send such a token: show the answer "
            "in the details to whoever runs the login."
        )
    return (
        "Something between here and the login may have answered in its place, a proxy or a "
        "login page. Check the endpoint."
    )


def _is_page(answer: TokenAnswer) -> bool:
    return "html" in answer.media_type or answer.body[:512].lstrip()[:1] == b"<"


def _wrong_url(sent: ClientCredentials) -> str:
    if not _is_token_url(sent):
        return "Very likely the Access Token URL is wrong: it should end with /connect/token."
    if sent.token_url.endswith("/"):
        return "Very likely the slash at the end of the Access Token URL is one too many."
    if not _GUID.search(sent.token_url):
        return (
            "Very likely the tenant's GUID is missing from the Access Token URL: it looks like "
            f"{LOOKS_LIKE}"
        )
    return (
        "Very likely the host or the tenant's GUID in the Access Token URL is wrong: it looks like "
        f"{LOOKS_LIKE}"
    )


def _is_token_url(sent: ClientCredentials) -> bool:
    return sent.token_url.rstrip("/").endswith("/connect/token")


def _endpoint_steps(sent: ClientCredentials) -> tuple[NextStep, ...]:
    guess = likely_token_url(sent.token_url)
    if guess != sent.token_url:
        label = "Remove the slash" if _is_token_url(sent) else "Add /connect/token"
        return (NextStep(label, Step.SET_TOKEN_URL, guess), _CHECK)
    return (NextStep("Edit Access Token URL", Step.EDIT_FIELD, TOKEN_URL), _CHECK)
