"""Splits a raw query string into system query options, strictly as a URI says (RFC 3986).

A plus sign is a plus sign, and an option is recognised by its literal `$`: so a client that
form-encodes its query finds out here, as it would at a strict service (k2-facts.md, OData).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from k2bench.demo.odata.errors import bad_request, not_supported

SUPPORTED = frozenset(
    {"$filter", "$select", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format"}
)
UNSUPPORTED = frozenset(
    {"$expand", "$search", "$apply", "$compute", "$levels", "$deltatoken", "$id", "$schemaversion"}
)

_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class RawQuery:
    """The decoded system query options, and the raw text of every pair for building next links."""

    options: dict[str, str]
    raw_pairs: tuple[tuple[str, str], ...]

    def without(self, names: Sequence[str]) -> str:
        """The raw query string less the named options; custom options stay."""
        return "&".join(text for name, text in self.raw_pairs if name not in names)


def parse_query(query_string: str, supported: frozenset[str] = SUPPORTED) -> RawQuery:
    """Reads the query string of a request.

    Raises:
        ODataError: 400 for a broken, repeated or unknown option, 501 for one that OData knows
            and this service does not.
    """
    options: dict[str, str] = {}
    raw_pairs: list[tuple[str, str]] = []
    for text in filter(None, query_string.split("&")):
        raw_name, _, raw_value = text.partition("=")
        raw_pairs.append((raw_name, text))
        if raw_name.lower().startswith("%24"):
            raise bad_request(
                f"The query parameter '{raw_name}' is not supported: the dollar sign of a system "
                "query option must not be percent-encoded."
            )
        if raw_name.startswith("$"):
            _check_name(raw_name, supported)
            if raw_name in options:
                raise bad_request(f"Query option '{raw_name}' was specified more than once.")
            options[raw_name] = decode(raw_value)
    return RawQuery(options, tuple(raw_pairs))


def decode(text: str) -> str:
    """Percent-decodes; a plus sign stays a plus sign.

    Raises:
        ODataError: 400 when the escapes are broken or do not make UTF-8.
    """
    try:
        decoded = unquote_to_bytes(text).decode("utf-8")
    except UnicodeDecodeError:
        raise bad_request("The URI is not valid UTF-8 once percent-decoded.") from None
    if _BAD_ESCAPE.search(text):
        raise bad_request("The URI holds a '%' that is not followed by two hexadecimal digits.")
    if "\x00" in decoded:
        raise bad_request("The URI holds a NUL character.")
    return decoded


def _check_name(name: str, supported: frozenset[str]) -> None:
    if name in UNSUPPORTED:
        raise not_supported(f"The query option '{name}' is not implemented.")
    if name not in supported:
        raise bad_request(f"The query parameter '{name}' is not supported.")
