"""What a token endpoint answered instead of a token, as a value, and the part of it to show."""

from dataclasses import dataclass

from k2bench.auth.token import NotATokenError, read_fields
from k2bench.core.problem import Problem

SHOWN = 2_000  # characters of an answer that are shown as details


@dataclass(frozen=True, slots=True)
class TokenAnswer:
    """What came back instead of a token.

    Attributes:
        body: its secrets masked; may be cut.
        trouble: why the body is not as it was sent, or None.
        why: what `read_token` says of a 200.
        too_large: no more of it was read than `LARGEST`.
    """

    status: int
    media_type: str
    body: bytes
    location: str = ""
    retry_after: str = ""
    trouble: Problem | None = None
    why: str = ""
    too_large: bool = False

    @property
    def redirects(self) -> bool:
        """Whether it points elsewhere."""
        return bool(self.location) or 300 <= self.status < 400

    @property
    def passes(self) -> bool:
        """Whether the same request may well succeed later."""
        return self.status in (429, 502, 503, 504)

    def fields(self) -> dict[str, object]:
        """The members of the answer; none when it cannot be read."""
        try:
            return read_fields(self.body, self.media_type)
        except NotATokenError:
            return {}

    def shown(self) -> str:
        """Status and body to show as details, cut."""
        text = self.body[: SHOWN * 4].decode("utf-8", "replace")[:SHOWN]
        return f"HTTP {self.status} {self.media_type}\n{text}".strip()
