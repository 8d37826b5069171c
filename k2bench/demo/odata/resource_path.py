"""The path of a request below the service root, in parts (OData URL Conventions 4.0 §4)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from k2bench.demo.odata.errors import not_found
from k2bench.demo.odata.raw_query import decode

_SEGMENT = re.compile(r"(?P<name>[^()]+)(?:\((?P<key>.*)\))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ResourcePath:
    """What a path addresses.

    Attributes:
        name: The first segment's name; empty for the service document.
        key: The text between its parentheses; None without parentheses.
        rest: The segments after it, decoded.
    """

    name: str
    key: str | None = None
    rest: tuple[str, ...] = ()


def parse_path(raw_path: str) -> ResourcePath:
    """Reads a path relative to the service root.

    Args:
        raw_path: Still percent-encoded, since only then a slash inside a key is told from others.

    Raises:
        ODataError: 400 when it cannot be decoded, 404 when it has no meaning.
    """
    first, *rest = [decode(segment) for segment in raw_path.strip("/").split("/")]
    if first == "":
        return ResourcePath("")
    match = _SEGMENT.fullmatch(first)
    if match is None:
        raise not_found(f"Resource not found for the segment '{first}'.")
    return ResourcePath(match["name"], match["key"], tuple(rest))
