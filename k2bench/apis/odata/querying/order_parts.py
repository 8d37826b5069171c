"""A `$orderby` as rows: expressions and their directions. Unedited rows keep their text."""

import re
from dataclasses import dataclass

from k2bench.apis.odata.expression.tree.options import Direction
from k2bench.apis.odata.querying.listing import EMPTY, Listing, read_listing

_DIRECTION = re.compile(r"(?<=\S)(\s+)(asc|desc)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OrderItem:
    """What rows are sorted by; no direction means ascending."""

    expression: str
    direction: Direction | None = None

    @property
    def descending(self) -> bool:
        """Whether the largest comes first."""
        return self.direction is Direction.DESCENDING


@dataclass(frozen=True, slots=True)
class OrderParts:
    """The rows of a `$orderby`. Each change gives new parts."""

    listing: Listing = EMPTY

    @property
    def text(self) -> str:
        """The value of the option."""
        return self.listing.text

    @property
    def items(self) -> tuple[OrderItem, ...]:
        """What the rows say."""
        return tuple(map(_item, self.listing.items))

    def index_of(self, expression: str) -> int | None:
        """Which row sorts by an expression; None: none does."""
        found = (at for at, item in enumerate(self.items) if item.expression == expression)
        return next(found, None)

    def added(self, expression: str, direction: Direction | None = None) -> "OrderParts":
        """With a row more, which sorts what the others leave equal."""
        behind = f" {direction}" if direction else ""
        return OrderParts(self.listing.added(expression + behind))

    def removed(self, at: int) -> "OrderParts":
        """Without a row."""
        return OrderParts(self.listing.removed(at))

    def moved(self, at: int, to: int) -> "OrderParts":
        """With a row at another place."""
        return OrderParts(self.listing.moved(at, to))

    def with_direction(self, at: int, direction: Direction | None) -> "OrderParts":
        """With another direction of one row."""
        old = self.listing.items[at]
        if _item(old).direction is direction:
            return self
        found = _DIRECTION.search(old)
        expression, gap = (old[: found.start()], found[1]) if found else (old, " ")
        return OrderParts(self.listing.put(at, expression + (gap + direction if direction else "")))

    def toggled(self, at: int) -> "OrderParts":
        """With one row the other way round."""
        turned = Direction.ASCENDING if self.items[at].descending else Direction.DESCENDING
        return self.with_direction(at, turned)


def read(text: str) -> OrderParts | None:
    """The rows of a `$orderby`; None when it is no list."""
    listing = read_listing(text)
    return OrderParts(listing) if listing is not None else None


def _item(text: str) -> OrderItem:
    found = _DIRECTION.search(text)
    if found is None:
        return OrderItem(text)
    return OrderItem(text[: found.start()], Direction(found[2].lower()))
