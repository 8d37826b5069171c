"""The `.well-known/openid-configuration` document: where it is and what it says.

It does not fetch and does not judge (see `endpoint_checks`). Sources: OpenID Connect Discovery 1.0,
sections 3 and 4; RFC 8414, section 2; `resources/k2-facts.md`, "Token endpoint".
"""

import json
from dataclasses import dataclass, field
from typing import Any

from k2bench.auth.json_object import UnreadableError, read_object
from k2bench.auth.one_line import one_line

WELL_KNOWN = "/.well-known/"
MOST_ROWS = 200
LONGEST_VALUE = 2_000  # characters of a member that are shown


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a login says of itself. A list that it leaves out is None, not empty.

    Attributes:
        members: everything that the document holds, as it came.
    """

    issuer: str = ""
    token_endpoint: str = ""
    jwks_uri: str = ""
    grants: tuple[str, ...] | None = None
    auth_methods: tuple[str, ...] | None = None
    scopes: tuple[str, ...] | None = None
    members: dict[str, Any] = field(default_factory=dict)

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Names and values to read, in the document's order; long ones are cut."""
        names = list(self.members)
        shown = [(one_line(name), _words(self.members[name])) for name in names[:MOST_ROWS]]
        rest = len(names) - MOST_ROWS
        return (*shown, *([("…", f"{rest:,} more members")] if rest > 0 else []))


def issuer_of(url: str) -> str:
    """The issuer behind a token URL, a discovery URL, a key set's URL, or an issuer itself."""
    base = url.strip().partition("?")[0].partition("#")[0].rstrip("/")
    lowered = base.lower()
    for part in (WELL_KNOWN, "/connect/"):
        at = lowered.find(part)
        if at >= 0:
            return base[:at]
    return base[: -len("/connect")] if lowered.endswith("/connect") else base


def discovery_url(token_url: str) -> str:
    """Where the document is: below the tenant's issuer, so the tenant's GUID stays in the path."""
    return f"{issuer_of(token_url)}{WELL_KNOWN}openid-configuration"


def read_discovery(body: bytes, media_type: str) -> Discovery:
    """The document in an answer.

    Raises:
        UnreadableError: it is empty, a web page, no JSON object, or names neither an issuer nor a
            token endpoint.
    """
    members = read_object(body, media_type)
    found = Discovery(
        _text(members.get("issuer")),
        _text(members.get("token_endpoint")),
        _text(members.get("jwks_uri")),
        _texts(members.get("grant_types_supported")),
        _texts(members.get("token_endpoint_auth_methods_supported")),
        _texts(members.get("scopes_supported")),
        members,
    )
    if not found.issuer and not found.token_endpoint:
        raise UnreadableError("it is JSON, but names neither an issuer nor a token endpoint")
    return found


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...] | None:
    return tuple(str(item) for item in value) if isinstance(value, list) else None


def _words(value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return one_line(", ".join(str(item) for item in value), LONGEST_VALUE)
    if isinstance(value, str):
        return one_line(value, LONGEST_VALUE)
    try:
        return one_line(json.dumps(value, ensure_ascii=False), LONGEST_VALUE)
    except RecursionError:  # reading allows a little more depth than writing
        return "(nested too deep to show)"
