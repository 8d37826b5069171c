"""What an API offers, as a tree whose parts are made when they are looked at.

Data, not widgets. It knows no API: each kind builds its own nodes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from k2bench.content.fuzzy import Span


class NodeKind(StrEnum):
    """What a node stands for; it decides about its icon."""

    SERVICE = "service"
    ENTITY_SET = "entity set"
    SINGLETON = "singleton"
    FUNCTION = "function"
    ACTION = "action"
    METHOD = "method"
    PARAMETER = "parameter"
    KEY = "key"
    PROPERTY = "property"
    NAVIGATION = "navigation property"
    ENTITY_TYPE = "entity type"
    COMPLEX_TYPE = "complex type"
    ENUM_TYPE = "enumeration"
    TYPE_DEFINITION = "type definition"
    MEMBER = "member"
    GROUP = "group"
    NOTE = "note"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


_OPENING = frozenset(
    {
        NodeKind.ENTITY_SET,
        NodeKind.SINGLETON,
        NodeKind.FUNCTION,
        NodeKind.ACTION,
        NodeKind.METHOD,
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One line of the tree.

    Attributes:
        detail: shown dim at the right: a type, a verb, a count.
        told: sentences worth knowing about it, or what makes them when they are asked for.
        source: what it stands for; who built the node knows its type.
        load: makes the children; None: there are none.
        sought: whether the filter looks at it and below it.
        marks: what of the name a filter found.
        open: whether it is shown with its children at first.
    """

    kind: NodeKind
    name: str
    detail: str = ""
    told: "str | Callable[[], str]" = ""
    source: Any = None
    load: "Callable[[], tuple[Node, ...]] | None" = None
    sought: bool = True
    marks: tuple[Span, ...] = ()
    open: bool = False

    @property
    def tip(self) -> str:
        """Sentences worth knowing about it."""
        return self.told if isinstance(self.told, str) else self.told()

    @property
    def opens(self) -> bool:
        """Whether a double click does more than unfold it."""
        return self.kind in _OPENING

    def children(self) -> "tuple[Node, ...]":
        """Its parts, made anew at each call."""
        return self.load() if self.load is not None else ()
