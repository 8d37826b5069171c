"""The items of `$orderby`, `$select` and `$expand`, and the options that nest in them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from k2bench.apis.odata.expression.tree.nodes import Expression, Node, Path


class Direction(StrEnum):
    ASCENDING = "asc"
    DESCENDING = "desc"


@dataclass(frozen=True, slots=True)
class OrderItem(Node):
    expression: Expression
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class SelectItem(Node):
    path: Path
    options: "tuple[Option, ...]" = ()


@dataclass(frozen=True, slots=True)
class ExpandItem(Node):
    path: Path
    options: "tuple[Option, ...]" = ()


@dataclass(frozen=True, slots=True)
class OrderBy(Node):
    """The value of `$orderby`; inside brackets the option itself. So are those that follow."""

    items: tuple[OrderItem, ...]


@dataclass(frozen=True, slots=True)
class Select(Node):
    items: tuple[SelectItem, ...]


@dataclass(frozen=True, slots=True)
class Expand(Node):
    items: tuple[ExpandItem, ...]


@dataclass(frozen=True, slots=True)
class Filter(Node):
    condition: Expression


@dataclass(frozen=True, slots=True)
class Search(Node):
    """A search expression as it is written; k2bench hands it on."""

    text: str


@dataclass(frozen=True, slots=True)
class Skip(Node):
    """`digits` may be more than fit any number."""

    digits: str


@dataclass(frozen=True, slots=True)
class Top(Node):
    digits: str


@dataclass(frozen=True, slots=True)
class InlineCount(Node):
    wanted: bool


@dataclass(frozen=True, slots=True)
class Levels(Node):
    """How deep to expand; "max" is as deep as it goes."""

    depth: str


@dataclass(frozen=True, slots=True)
class ComputeItem(Node):
    expression: Expression
    name: str


@dataclass(frozen=True, slots=True)
class Compute(Node):
    items: tuple[ComputeItem, ...]


@dataclass(frozen=True, slots=True)
class AliasValue(Node):
    """`@name=value`."""

    name: str
    value: Expression


Option: TypeAlias = (
    OrderBy
    | Select
    | Expand
    | Filter
    | Search
    | Skip
    | Top
    | InlineCount
    | Levels
    | Compute
    | AliasValue
)
