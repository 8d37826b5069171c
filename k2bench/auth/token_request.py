"""From client credentials to the request that goes out (RFC 6749, sections 2.3.1 and 4.4.2)."""

import base64
from urllib.parse import quote_plus

from k2bench.auth.credentials import ClientAuth, ClientCredentials
from k2bench.auth.hashing import utf8
from k2bench.core.secret import Secret
from k2bench.core.url import finished
from k2bench.core.wire import WireRequest


def _form(text: str) -> str:
    return quote_plus(utf8(text))


def token_request(credentials: ClientCredentials) -> WireRequest:
    """The POST for `credentials`, which have been `checked`.

    In a Basic header both parts are form-url-encoded first, so that `:`, `+` and every other
    character arrive as they are (RFC 6749, section 2.3.1 and appendix B).
    """
    fields = [("grant_type", "client_credentials")]
    headers: list[tuple[str, str | Secret]] = [
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Accept", "application/json"),
    ]
    if credentials.client_auth is ClientAuth.BODY:
        fields += [
            ("client_id", credentials.client_id),
            ("client_secret", credentials.client_secret.reveal()),
        ]
    else:
        headers.append(("Authorization", basic_header(credentials)))
    if credentials.scope:
        fields.append(("scope", credentials.scope))
    fields += credentials.extra
    body = "&".join(f"{_form(name)}={_form(value)}" for name, value in fields)
    return WireRequest("POST", finished(credentials.token_url), tuple(headers), body.encode())


def basic_header(credentials: ClientCredentials) -> Secret:
    """The value of the Authorization header for `ClientAuth.BASIC`."""
    pair = f"{_form(credentials.client_id)}:{_form(credentials.client_secret.reveal())}"
    return Secret("Basic " + base64.b64encode(pair.encode()).decode())
