"""The `$skiptoken` of a next link: where the page ended, by key and never by offset.

A token stays good however often it is used and whatever is inserted or deleted meanwhile.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass

from k2bench.demo.odata.clause import Value
from k2bench.demo.odata.errors import bad_request

MAX_INTEGER = 2**63


@dataclass(frozen=True, slots=True)
class SkipToken:
    """The state that one page hands to the next.

    Attributes:
        after: The last row's values of the order columns, the key last.
        remaining: How many rows `$top` still allows; None without `$top`.
        count: The `@odata.count` of the query, computed with its first page.
    """

    after: tuple[Value, ...]
    remaining: int | None
    count: int | None

    def encode(self) -> str:
        """The token as it stands in a URL."""
        text = json.dumps([self.remaining, self.count, *self.after], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()

    @classmethod
    def decode(cls, text: str) -> SkipToken:
        """Reads a token back.

        Raises:
            ODataError: 400 for anything that `encode` cannot have written.
        """
        try:
            octets = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            remaining, count, *after = json.loads(octets)
            json.dumps(after, ensure_ascii=False).encode()  # fails for half a character
        except (binascii.Error, ValueError, TypeError, RecursionError):
            raise _invalid() from None
        if not (_is_count(remaining) and _is_count(count) and all(map(_is_value, after))):
            raise _invalid()
        return cls(tuple(after), remaining, count)


def _invalid() -> Exception:
    return bad_request("The value of the query option '$skiptoken' is not a token of this query.")


def _is_count(value: object) -> bool:
    return value is None or (type(value) is int and 0 <= value < MAX_INTEGER)


def _is_value(value: object) -> bool:
    if type(value) is int:
        return -MAX_INTEGER <= value < MAX_INTEGER
    return value is None or type(value) is str
