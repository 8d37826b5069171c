"""What an address is to a K2 login: token endpoint, issuer, tenant, SCIM, or a scope.

Source: `resources/k2-facts.md`, “Onboarding”, “OData” and “SCIM”. Nothing is asked over the net.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs, urlsplit

from k2bench.auth.discovery import WELL_KNOWN, issuer_of
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.url import origin_of, without_userinfo

LONGEST = 2_000  # characters
_GUID = re.compile(r"/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/?", re.IGNORECASE)
_SCIM = re.compile(r"/tokens/([^/]+)/scim(?:/|$)", re.IGNORECASE)
_OF_K2 = (".onk2.com", ".k2.com", ".k2cloud.com")
_SAFE_LINK = ".safelinks.protection.outlook.com"


class Kind(StrEnum):
    """What an address is."""

    TOKEN = "token"
    ISSUER = "issuer"  # or something below it, such as the discovery document
    TENANT = "tenant"
    SCIM = "scim"
    ODATA_SCOPE = "odata_scope"
    SCIM_SCOPE = "scim_scope"
    PLACEHOLDER = "placeholder"  # the guide's own example, not filled in
    LOGIN_WITHOUT_TENANT = "login_without_tenant"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Address:
    """An address read.

    Attributes:
        url: what is of use: the token URL of an issuer, the origin of a tenant or of SCIM.
        change: how `url` differs from what was written, in words; empty when it does not.
        scim_token: the token in a SCIM address's path.
    """

    kind: Kind
    url: str = ""
    change: str = ""
    scim_token: Secret | None = None


def read_address(written: str) -> Address:
    """What `written`, with a scheme, is. Any text is survived."""
    if len(written) > LONGEST:
        return Address(Kind.OTHER)
    url = _unwrapped(written.strip())
    if any(c in url for c in "{}<>"):
        return Address(Kind.PLACEHOLDER)
    scope = _scope(url)
    if scope is not None:
        return scope
    bare, had_userinfo = without_userinfo(url)
    try:
        origin = origin_of(bare)
        path = urlsplit(bare).path
    except (WorkbenchError, ValueError):
        return Address(Kind.OTHER)
    found = _placed(bare, str(origin), origin.host, path)
    if had_userinfo:
        change = "the user name and password in it were left out"
        return Address(found.kind, found.url, change, found.scim_token)
    return found


def with_scheme(written: str) -> tuple[str, bool]:
    """`written` as an address, and whether `https://` had to be put in front of a host."""
    text = written.strip()
    if "://" in text or len(text) > LONGEST:
        return text, False
    host = text.partition("/")[0]
    looks_right = "." in host.strip(".") and not any(c.isspace() or c in "@(,;" for c in text)
    return (f"https://{text}", True) if looks_right else (text, False)


def _unwrapped(url: str) -> str:
    """What Outlook's “safe link” leads to."""
    try:
        parts = urlsplit(url)
        if (parts.hostname or "").endswith(_SAFE_LINK):
            return parse_qs(parts.query, max_num_fields=20).get("url", [url])[0]
    except ValueError:
        pass
    return url


def _scope(url: str) -> Address | None:
    if url.rstrip("/").lower() == ODATA_SCOPE.rstrip("/"):
        change = "" if url == ODATA_SCOPE else f"it is written {ODATA_SCOPE} here"
        return Address(Kind.ODATA_SCOPE, ODATA_SCOPE, change)
    return Address(Kind.SCIM_SCOPE, SCIM_SCOPE) if url.rstrip("/").lower() == SCIM_SCOPE else None


def _placed(url: str, origin: str, host: str, path: str) -> Address:
    lowered = path.lower().rstrip("/")
    in_path = _SCIM.search(path)
    if lowered.endswith("/token"):
        clean = url.partition("?")[0].partition("#")[0].rstrip("/")
        return Address(Kind.TOKEN, clean, "" if clean == url else "its end was left out")
    if in_path or "/scim" in lowered or host.startswith("scim."):
        return Address(Kind.SCIM, origin, scim_token=Secret(in_path.group(1)) if in_path else None)
    if "/api/" in lowered + "/":
        return Address(Kind.TENANT, origin)
    if WELL_KNOWN in lowered + "/" or "/connect/" in lowered + "/" or _is_issuer(host, path):
        return _behind(url)
    if host.startswith("login."):
        return Address(Kind.LOGIN_WITHOUT_TENANT)
    kind = Kind.TENANT if host.endswith(_OF_K2) else Kind.OTHER
    return Address(kind, origin, "only its host was taken" if lowered else "")


def _is_issuer(host: str, path: str) -> bool:
    if _GUID.fullmatch(path):
        return True
    return host.startswith("login.") and path.strip("/").count("/") == 0 and bool(path.strip("/"))


def _behind(url: str) -> Address:
    token_url = issuer_of(url) + "/connect/token"
    return Address(Kind.ISSUER, token_url, "/connect/token was put behind the issuer")
