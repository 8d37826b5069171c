"""What a token endpoint answered instead of a token, as a value, and the part of it to show."""

import re
from dataclasses import dataclass

from k2bench.auth.token import NotATokenError, read_fields
from k2bench.core.problem import Problem

SHOWN = 2_000  # characters of an answer that are shown as details
# No redactor knows a token that could not be taken, nor one that was cut.
_TOKEN = re.compile(
    r'("(?:access|id|refresh)_token"\s{0,99}:\s{0,99}")(?:[^"\\]|\\.)*'
    r"|(\b(?:access|id|refresh)_token=)[^&\s]*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class TokenAnswer:
    """What came back instead of a token. `trouble` tells why the body is not as it was sent."""

    status: int
    media_type: str
    body: bytes
    location: str = ""
    retry_after: str = ""
    trouble: Problem | None = None

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
        """Status and body to show as details: cut, and a token in it masked."""
        text = self.body[: SHOWN * 4].decode("utf-8", "replace")
        text = _TOKEN.sub(lambda match: f"{match[1] or match[2]}****", text)
        return f"HTTP {self.status} {self.media_type}\n{text[:SHOWN]}".strip()
