"""How the client wants JSON to look (OData JSON Format 4.0 §3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from k2bench.demo.odata.errors import not_supported

_MAX_PAGE_SIZE = re.compile(r"\b(?:odata\.)?maxpagesize=([0-9]{1,9})\b")


@dataclass(frozen=True, slots=True)
class Representation:
    """The choices that change a JSON answer.

    Attributes:
        numbers_as_text: IEEE754Compatible=true: Int64 and Decimal as strings (§3.2).
        with_context: False for odata.metadata=none (§3.1.3).
    """

    numbers_as_text: bool = False
    with_context: bool = True

    @property
    def media_type(self) -> str:
        """The content type of the answer."""
        level = "minimal" if self.with_context else "none"
        numbers = "IEEE754Compatible=true; " if self.numbers_as_text else ""
        return f"application/json; odata.metadata={level}; {numbers}charset=utf-8"


def choose_representation(accept: str, format_option: str | None) -> Representation:
    """Reads `Accept` and `$format`, of which the latter wins.

    Raises:
        ODataError: 501 for a `$format` other than JSON.
    """
    wanted = (accept if format_option is None else format_option).replace(" ", "").lower()
    if format_option is not None and not wanted.startswith(("json", "application/json")):
        raise not_supported(f"The format '{format_option}' is not implemented.")
    return Representation(
        numbers_as_text="ieee754compatible=true" in wanted,
        with_context="odata.metadata=none" not in wanted,
    )


def preferred_page_size(prefer: str, limit: int) -> int:
    """The page size of `Prefer: odata.maxpagesize` (OData Protocol 4.0 §8.2.8.5), up to `limit`."""
    match = _MAX_PAGE_SIZE.search(prefer)
    return max(1, min(limit, int(match[1]))) if match else limit
