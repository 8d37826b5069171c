"""Reads any JSON: settings files, credential snippets, a discovery document.

The member's name says what a value is, or the value itself does. Shapes of known tools are for
`postman`.
"""

from collections.abc import Iterator
from typing import Any

from k2bench.auth.one_line import one_line
from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.names import Role, role_of
from k2bench.auth.pasting.scanning import scan
from k2bench.auth.pasting.taking import take_named

MOST = 20_000  # members that are looked at
LONGEST_SCANNED = 2_000  # characters of an unnamed text


def read_members(found: Gathering, document: Any) -> None:
    """Take every member whose name or value is known, in the document's order."""
    for path, name, value in _members(document):
        where = " › ".join(one_line(part, 40) for part in path[-3:]) or "the text itself"
        if take_named(found, name, value, where):
            continue
        if len(value) <= LONGEST_SCANNED:
            scan(found, value, where)


def _members(document: Any) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Path, name and text of each member that is a text, or a list of scopes."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), document)]
    seen = 0
    while waiting and seen < MOST:
        path, value = waiting.pop()
        seen += 1
        name = path[-1] if path else ""
        if isinstance(value, str):
            yield path, name, value
        elif isinstance(value, dict):
            waiting += [((*path[-2:], str(k)), v) for k, v in reversed(_pairs(value))]
        elif isinstance(value, list):
            texts = [each for each in value[:MOST] if isinstance(each, str)]
            if role_of(name) is Role.SCOPE and texts:
                yield path, name, " ".join(texts)
            else:
                waiting += [(path, each) for each in reversed(value[:MOST])]


def _pairs(value: dict[Any, Any]) -> list[tuple[Any, Any]]:
    """The members; of `{"key": "clientId", "value": …}` the one that it stands for."""
    for key in ("key", "name"):
        if isinstance(value.get(key), str) and isinstance(value.get("value"), str):
            return [(value[key], value["value"])]
    return list(value.items())[:MOST]
