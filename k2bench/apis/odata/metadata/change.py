"""One difference between two states of a service."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A part of the model that is new, gone or different.

    Attributes:
        what: `entity set`, `property`, `action`, ...
        name: `Orders`, `Ns.Order`, `Ns.Order/Amount`, ...
        details: what is different, one line for each: `MaxLength: 50 → 100`.
    """

    kind: ChangeKind
    what: str
    name: str
    details: tuple[str, ...] = ()
