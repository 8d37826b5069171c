"""The only code that joins or encodes URLs. It keeps every byte that a person typed if it can;
`url_params` does the same for the query as rows.

OData servers may refuse `%24filter` and a `+` for a space, so `$` stays literal and a space
becomes `%20` (OASIS OData URL Conventions, section 2; `resources/k2-facts.md`).
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from k2bench.core.problem import WorkbenchError, input_error

_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^\x21-\x7e]|[\"<>\\^`{|}]")
_SEGMENT_SAFE = "!$&'()*,;=:@-._~"
_VALUE_SAFE = "!$'()*,;:@/?-._~="
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port (RFC 6454): a token goes to an origin, never to a mere host name."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if DEFAULT_PORTS.get(self.scheme) == self.port else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def is_loopback(self) -> bool:
        """Whether the host is this machine: `localhost`, 127.0.0.0/8 or ::1."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_private_channel(self) -> bool:
        """Whether credentials may travel there: https, or plain http on this machine."""
        return self.scheme == "https" or self.is_loopback


def origin_of(url: str, what: str = "URL") -> Origin:
    """The origin of an absolute http or https URL.

    Raises:
        WorkbenchError: it is not one; `what` names the field in the message.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _not_a_url(url, what) from error
    if parts.scheme.lower() not in DEFAULT_PORTS or not host:
        raise _not_a_url(url, what)
    scheme = parts.scheme.lower()
    ascii_host = _ascii_host(host)
    if port == 0 or not ascii_host:
        raise _not_a_url(url, what)
    return Origin(scheme, ascii_host.lower().rstrip("."), port or DEFAULT_PORTS[scheme])


def _ascii_host(host: str) -> str:
    """A host as it is looked up (RFC 3490); empty when it cannot be one."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _not_a_url(url: str, what: str) -> WorkbenchError:
    if not url.strip():
        return input_error(
            f"The {what} is empty", "Enter an address that starts with https://", what
        )
    shown = url if len(url) <= 80 else url[:77] + "..."
    return input_error(
        f"The {what} is not a URL", f"“{shown}” should look like https://host/path.", what
    )


def without_userinfo(url: str) -> tuple[str, bool]:
    """`url` without a `user:password@` part, and whether there was one."""
    scheme, mark, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not mark or "@" not in authority:
        return url, False
    return f"{scheme}://{authority.rpartition('@')[2]}{rest[len(authority) :]}", True


def finished(url: str) -> str:
    """What goes out for what was typed: blanks and other forbidden characters encoded as UTF-8.

    Escapes stay as they are, a lone `%` becomes `%25`. A `#` before any `?` starts a fragment,
    which is not sent (RFC 9110, section 7.1); behind a `?` it is data, as in `Name eq 'C#'`.
    """
    base, mark, query = _with_ascii_host(url.strip()).partition("?")
    base, fragment, _ = base.partition("#")
    if fragment:
        mark = query = ""
    path = _UNSAFE.sub(_escaped, base)
    return path + mark + _UNSAFE.sub(_escaped, query).replace("#", "%23")


def _with_ascii_host(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not mark or authority.isascii():
        return url
    login, at, place = authority.rpartition("@")
    host, colon, port = place.partition(":")
    return f"{scheme}://{login}{at}{_ascii_host(host) or host}{colon}{port}{rest[len(authority) :]}"


def _escaped(found: re.Match[str]) -> str:
    return quote(found.group().encode("utf-8", "surrogatepass"), safe="")


def encode_segment(text: str) -> str:
    """One path segment (RFC 3986, section 3.3): `/ ? # %` and blanks are encoded."""
    return quote(text.encode("utf-8", "surrogatepass"), safe=_SEGMENT_SAFE)


def encode_value(text: str) -> str:
    """A value in a query: `+ & # %` and blanks are encoded; `$ ' ( ) ,` stay readable.

    A byte that was decoded with `surrogateescape` becomes that byte again.
    """
    try:
        octets = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        octets = text.encode("utf-8", "surrogatepass")
    return quote(octets, safe=_VALUE_SAFE)


def resolved(base: str, reference: str) -> str:
    """`reference` (relative, rooted or absolute) seen from `base` (RFC 3986, section 5).

    Raises:
        WorkbenchError: a server sent something that is no reference.
    """
    try:
        return urljoin(base, reference)
    except ValueError as error:
        raise _not_a_url(reference, "address that the server sent") from error
