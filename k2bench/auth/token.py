"""An access token, and the answer that carries it (RFC 6749, section 5.1). No clock of its own."""

import json
import math
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from k2bench.auth.jwt import Jwt, read_jwt, scopes_of
from k2bench.auth.moments import seconds_of
from k2bench.core.secret import Secret

LARGEST = 1 << 20  # bytes of an answer that are read
LONGEST_LIFE = 10 * 365 * 86_400.0  # seconds; what a server says beyond is cut
_TOKEN_VALUE = re.compile(r'_token"?\s*[:=]\s*\[?\s*(?:"([^"]*)|([^"\s&,{}\[\]]+))')


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token and what its server said of it.

    Attributes:
        issued_at: when the answer came, in seconds since the epoch.
        expires_at: the same clock; None when the server did not say.
        scope: as granted; the scope asked for when the server did not say (RFC 6749, 5.1).
        jwt: header and claims, or None for an opaque token.
    """

    value: Secret
    token_type: str
    issued_at: float
    expires_at: float | None
    scope: str
    jwt: Jwt | None = None
    notes: tuple[str, ...] = ()

    def is_expired(self, now: float) -> bool:
        """Whether its time is over. One without an end never is."""
        return self.expires_at is not None and now >= self.expires_at

    def is_stale(self, now: float) -> bool:
        """Whether it should be renewed: max(60 s, 10 % of its life) before its end.

        Never before half its life, so that a short-lived token is used at all.
        """
        if self.expires_at is None:
            return False
        life = self.expires_at - self.issued_at
        return now >= self.expires_at - min(max(60.0, life / 10), life / 2)


class NotATokenError(ValueError):
    """The answer holds no usable token; the text says what it holds instead."""


def read_token(body: bytes, media_type: str, requested_scope: str, now: float) -> AccessToken:
    """The token in a 200 answer: JSON, or a form as some servers still send.

    Raises:
        NotATokenError: it is neither, or `access_token` is missing, or the type is not Bearer.
    """
    fields = read_fields(body, media_type)
    value = fields.get("access_token")
    if not isinstance(value, str) or not value:
        raise NotATokenError("the answer has no access_token")
    if any(ord(c) <= 32 or ord(c) > 126 for c in value):
        raise NotATokenError("the access_token holds characters that no header can carry")
    token_type = str(fields.get("token_type") or "Bearer")
    if token_type.lower() != "bearer":
        raise NotATokenError(f"the token is of type {token_type[:40]}, not Bearer")
    life, notes = read_lifetime(fields.get("expires_in"))
    secret = Secret(value)
    scope = fields.get("scope")
    return AccessToken(
        secret,
        "Bearer",
        now,
        None if life is None else now + life,
        scope if isinstance(scope, str) and scope else requested_scope,
        read_jwt(secret),
        notes,
    )


def tokens_in(body: bytes) -> tuple[Secret, ...]:
    """What looks like a token in an answer that is none, or is only a part of one: to be masked."""
    found = _TOKEN_VALUE.findall(body.decode("utf-8", "replace"))
    return tuple(Secret(quoted or plain) for quoted, plain in found)


def token_from_elsewhere(value: Secret, now: float) -> AccessToken:
    """What can be known of a token that no login gave us: what stands in it, if it is a JWT."""
    jwt = read_jwt(value)
    claims = jwt.claims if jwt else {}
    begins, ends = seconds_of(claims.get("iat")), seconds_of(claims.get("exp"))
    return AccessToken(
        value, "Bearer", now if begins is None else begins, ends, " ".join(scopes_of(claims)), jwt
    )


def read_fields(body: bytes, media_type: str) -> dict[str, Any]:
    """The members of a token endpoint's answer.

    Raises:
        NotATokenError: it is neither a JSON object nor a form.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotATokenError("the answer is not UTF-8") from error
    if media_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(text))
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotATokenError("the answer is not JSON") from error
    if not isinstance(fields, dict):
        raise NotATokenError("the answer is not a JSON object")
    return fields


def read_lifetime(value: object) -> tuple[float | None, tuple[str, ...]]:
    """`expires_in` in seconds (a number or a text; None when missing or unusable), and notes."""
    if value is None:
        return None, ("The server did not say when the token expires.",)
    try:
        seconds = float(value) if isinstance(value, int | float | str) else math.nan
    except (ValueError, OverflowError):
        seconds = math.nan
    if isinstance(value, bool) or not math.isfinite(seconds):
        return None, ("The server's expires_in is not a number of seconds.",)
    if seconds <= 0:
        return 0.0, ("The server says that the token has expired already.",)
    return min(seconds, LONGEST_LIFE), ()
