"""What really goes out: a request after expansion and authorization. Never stored, never copied."""

from dataclasses import dataclass

from k2bench.core.secret import Secret

SENSITIVE_HEADERS = frozenset(
    {"authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey"}
)


@dataclass(frozen=True, slots=True, repr=False)
class WireRequest:
    """A finished request. Only `net.transport` reads it; `repr` is masked.

    Attributes:
        url: absolute, encoded, byte for byte as it is sent.
        headers: in order; names as typed. A value that must not be shown is a Secret.
        body: bytes; may hold a secret (a form with a client secret).
        sensitive_headers: lower-case names of headers that carry credentials besides the usual.
        sensitive_body: whether the body holds a secret that a person keeps in an environment.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str | Secret], ...] = ()
    body: bytes = b""
    sensitive_headers: frozenset[str] = frozenset()
    sensitive_body: bool = False

    def is_sensitive(self, name: str) -> bool:
        """Whether a header of this name carries credentials."""
        return name.lower() in SENSITIVE_HEADERS or name.lower() in self.sensitive_headers

    def revealed_headers(self) -> list[tuple[str, str]]:
        """The headers with their secrets, for the wire only."""
        return [(n, v.reveal() if isinstance(v, Secret) else v) for n, v in self.headers]

    def header(self, name: str) -> str | Secret | None:
        """The first header of that name, without regard to case."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), None)

    def __repr__(self) -> str:
        return f"WireRequest({self.method}, {len(self.headers)} headers, {len(self.body)} bytes)"
