"""Walks a Postman collection: its folders and requests with the variables that hold at each."""

from collections import ChainMap
from dataclasses import dataclass, field, replace
from typing import Any

from k2bench.auth.one_line import one_line
from k2bench.auth.pasting.templates import Filler

MOST_NODES = 5_000
DEEPEST = 50
LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True)
class Node:
    """The collection, a folder or a request.

    Attributes:
        where: `collection`, `folder “Login”`, `request “Get token”`.
        auth: as it stands there; None when it inherits.
        values: what `{{name}}` stands for here.
        form: the fields of a form body.
        filler: the one of the whole collection.
    """

    where: str
    auth: Any
    values: ChainMap[str, str]
    url: str = ""
    form: tuple[tuple[str, str], ...] = ()
    filler: Filler = field(default_factory=Filler)

    def fill(self, text: str) -> tuple[str, tuple[str, ...]]:
        """`text` with the variables that hold here, and the names left."""
        return self.filler.fill(text, self.values)


def nodes_of(collection: dict[str, Any]) -> list[Node]:
    """The collection first, then everything in it, level by level."""
    root = Node("collection", collection.get("auth"), _variables(collection, ChainMap()))
    nodes = [root]
    level: list[tuple[dict[str, Any], ChainMap[str, str]]] = [(collection, root.values)]
    for _ in range(DEEPEST):
        below: list[tuple[dict[str, Any], ChainMap[str, str]]] = []
        for parent, values in level:
            for item in _items(parent):
                if len(nodes) == MOST_NODES:
                    return nodes
                node = replace(_node(item, values), filler=root.filler)
                nodes.append(node)
                below.append((item, node.values))
        level = below
    return nodes


def pairs_of(entries: Any) -> list[tuple[str, Any]]:
    """Names and values of a v2.1 array (`key`, `value`, not disabled) or of a v2.0 object."""
    if isinstance(entries, dict):
        return [(str(name), value) for name, value in entries.items()]
    if not isinstance(entries, list):
        return []
    return [
        (str(entry.get("key")), entry.get("value"))
        for entry in entries
        if isinstance(entry, dict)
        and entry.get("key")
        and entry.get("enabled") is not False
        and entry.get("disabled") is not True
    ]


def _items(parent: dict[str, Any]) -> list[dict[str, Any]]:
    items = parent.get("item")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _node(item: dict[str, Any], above: ChainMap[str, str]) -> Node:
    name = one_line(str(item.get("name", "")), 40)
    values = _variables(item, above)
    request = item.get("request")
    if request is None:
        return Node(f"folder “{name}”", item.get("auth"), values)
    if not isinstance(request, dict):  # v2.0 may write the address alone
        return Node(f"request “{name}”", None, values, _url(request))
    form = pairs_of((request.get("body") or {}).get("urlencoded")) if _has_body(request) else []
    texts = tuple((key, value) for key, value in form if isinstance(value, str))
    return Node(f"request “{name}”", request.get("auth"), values, _url(request.get("url")), texts)


def _has_body(request: dict[str, Any]) -> bool:
    return isinstance(request.get("body"), dict)


def _url(url: Any) -> str:
    raw = url.get("raw") if isinstance(url, dict) else url
    return raw if isinstance(raw, str) and len(raw) <= LONGEST_URL else ""


def _variables(owner: dict[str, Any], above: ChainMap[str, str]) -> ChainMap[str, str]:
    """What holds at `owner`: its own variables before those above."""
    own = owner.get("variable")
    if not isinstance(own, list) or not own:
        return above
    # v2.0 calls a variable's name `id`
    named = [{"key": each.get("id")} | each for each in own if isinstance(each, dict)]
    return above.new_child({k: v for k, v in pairs_of(named) if isinstance(v, str)})
