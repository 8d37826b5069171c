"""Where a request goes and what stands in its request line, byte for byte as it was finished."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import unquote

from k2bench.core.problem import input_error
from k2bench.core.url import DEFAULT_PORTS, Origin, origin_of, without_userinfo

_NAME = re.compile(r"[a-z0-9._-]*[a-z_-][a-z0-9._-]*")  # only digits and dots: an address


@dataclass(frozen=True, slots=True)
class Target:
    """`raw` is the path with its query, exactly the bytes that go out; `origin.host` is ASCII."""

    origin: Origin
    raw: bytes

    @property
    def address(self) -> str:
        """Host and port, for texts: a path or query may hold a secret."""
        return f"{self.origin.host}:{self.origin.port}"


def target_of(url: str) -> Target:
    """The target of a finished URL (`core.url.finished`), which has no fragment.

    Raises:
        WorkbenchError: it is no http or https URL, or has characters that must be encoded.
    """
    scheme, mark, _ = url.partition("://")
    if mark and scheme.lower() not in DEFAULT_PORTS:
        raise input_error(
            f"k2bench does not speak {scheme[:20]}", "Use https:// or http://.", "URL"
        )
    origin = origin_of(url)
    rest = without_userinfo(url)[0].partition("://")[2]
    start = min((i for i in (rest.find("/"), rest.find("?")) if i >= 0), default=len(rest))
    raw = rest[start:]
    if not raw.startswith("/"):
        raw = "/" + raw
    if not raw.isascii() or any(c <= " " or c == "\x7f" for c in raw):
        raise input_error("The URL has characters that must be encoded", field="URL")
    return Target(Origin(origin.scheme, _ascii_host(origin.host), origin.port), raw.encode("ascii"))


def _ascii_host(host: str) -> str:
    """`host` as DNS knows it: `münchen.de` is `xn--mnchen-3ya.de` (RFC 5891)."""
    name = unquote(host)
    try:
        name = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    if not _NAME.fullmatch(name) and not _is_address(name):
        raise input_error(
            "The host of the URL is neither a name nor an address",
            "A host is made of letters, digits, dots and hyphens, as in acme.onk2.com.",
            "URL",
        )
    return name


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text
