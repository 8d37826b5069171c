"""The headers that really go out: the request's own, and the few that k2bench adds.

It does not know tokens; a sensitive value leaves it masked, except for the wire.
"""

import re
from collections.abc import Iterable

from k2bench import __version__
from k2bench.core.problem import WorkbenchError, input_error
from k2bench.core.redaction import MASK
from k2bench.core.secret import Secret
from k2bench.core.url import DEFAULT_PORTS
from k2bench.core.wire import WireRequest
from k2bench.net.target import target_of

USER_AGENT = f"k2bench/{__version__}"
ACCEPT_ENCODING = "gzip, deflate, br"  # what net.decoding takes off
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, section 5.6.2
_VALUE = re.compile(r"[\t\x20-\x7e]*")  # RFC 9110, section 5.5, without obs-text
_SCHEMES = ("Bearer", "Basic")  # shown; what follows is masked
_BODY_METHODS = frozenset({"POST", "PUT", "PATCH"})  # length 0 is said (RFC 9110, section 8.6)
# HTTP/2 forbids them (RFC 9113, section 8.2.2): whoever sends one wants HTTP/1.1.
_CONNECTION_HEADERS = frozenset(
    {"connection", "proxy-connection", "keep-alive", "transfer-encoding", "upgrade"}
)


def is_token(text: str) -> bool:
    """Whether `text` can be a method or the name of a header."""
    return _TOKEN.fullmatch(text) is not None


def automatic_headers(wire: WireRequest) -> tuple[tuple[str, str], ...]:
    """The headers that k2bench adds to `wire`, in order; a header of the request's own wins.

    Raises:
        WorkbenchError: the URL of `wire` is none.
    """
    own = {name.lower() for name, _ in wire.headers}
    added = [
        ("Host", _host(wire.url)),
        ("User-Agent", USER_AGENT),
        ("Accept-Encoding", ACCEPT_ENCODING),
    ]
    has_length = wire.body or wire.method.upper() in _BODY_METHODS
    if has_length and "transfer-encoding" not in own:
        added.append(("Content-Length", str(len(wire.body))))
    return tuple((name, value) for name, value in added if name.lower() not in own)


def headers_sent(wire: WireRequest) -> tuple[tuple[str, str], ...]:
    """All headers of `wire` in the order in which they go out, sensitive values masked."""
    return tuple((name, _shown(wire, name, value)) for name, value in _ordered(wire))


def headers_for_wire(wire: WireRequest) -> list[tuple[bytes, bytes]]:
    """The same with their secrets, for the wire only; blanks around a value are not part of it.

    Raises:
        WorkbenchError: a name or value holds a character that no header can, or the
            Content-Length does not fit the body. The text names the header, never its value.
    """
    pairs = [
        (name, value.reveal() if isinstance(value, Secret) else value)
        for name, value in _ordered(wire)
    ]
    pairs = [(name, value.strip(" \t")) for name, value in pairs]
    _check(pairs, len(wire.body))
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in pairs]


def header_text(raw: bytes) -> str:
    """Header bytes as text: UTF-8, as many servers send, otherwise the old Latin-1."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def needs_http1(wire: WireRequest) -> bool:
    """Whether `wire` has a header that HTTP/2 forbids."""
    return any(name.lower() in _CONNECTION_HEADERS for name, _ in wire.headers)


def _ordered(wire: WireRequest) -> Iterable[tuple[str, str | Secret]]:
    added = automatic_headers(wire)
    yield from (pair for pair in added if pair[0] != "Content-Length")
    yield from wire.headers
    yield from (pair for pair in added if pair[0] == "Content-Length")


def _shown(wire: WireRequest, name: str, value: str | Secret) -> str:
    if not (isinstance(value, Secret) or wire.is_sensitive(name)):
        return value
    scheme, blank, _ = (value.reveal() if isinstance(value, Secret) else value).partition(" ")
    return f"{scheme} {MASK}" if blank and scheme in _SCHEMES else MASK


def _host(url: str) -> str:
    origin = target_of(url).origin
    host = f"[{origin.host}]" if ":" in origin.host else origin.host
    return host if DEFAULT_PORTS[origin.scheme] == origin.port else f"{host}:{origin.port}"


def _check(pairs: list[tuple[str, str]], length: int) -> None:
    for name, value in pairs:
        if not is_token(name):
            raise input_error(
                f"“{name[:40]}” cannot be the name of a header",
                "A name is made of letters, digits and !#$%&'*+-.^_`|~ (RFC 9110, section 5.6.2).",
                "Headers",
            )
        if not _VALUE.fullmatch(value):
            raise _bad_value(name)
        if name.lower() == "content-length" and value != str(length):
            raise input_error(
                "The Content-Length header does not fit the body",
                f"The body has {length} bytes. Leave the header out: k2bench adds the right one.",
                "Headers",
            )


def _bad_value(name: str) -> WorkbenchError:
    return input_error(
        f"The value of the header {name} has a character that cannot be sent",
        "A value is one line of ASCII text. Encode other characters, for example as %C3%BC; a "
        "line break often comes with a copied token.",
        "Headers",
    )
