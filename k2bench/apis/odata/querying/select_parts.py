"""A `$select` as ticks: which names are in it. What is not ticked on or off keeps its text."""

from dataclasses import dataclass

from k2bench.apis.odata.querying.listing import EMPTY, Listing, read_listing

STAR = "*"


@dataclass(frozen=True, slots=True)
class SelectParts:
    """The names of a `$select`. Each change gives new parts."""

    listing: Listing = EMPTY

    @property
    def text(self) -> str:
        """The value of the option; empty: the option may go."""
        return self.listing.text

    @property
    def names(self) -> tuple[str, ...]:
        """What is ticked: names, paths and `*`, without nested options."""
        return tuple(map(_name, self.listing.items))

    def has(self, name: str) -> bool:
        """Whether a name itself is ticked; `*` and an empty list are for the caller to judge."""
        return name in self.names

    def ticked(self, name: str) -> "SelectParts":
        """With a name, if it is not there yet."""
        return self if self.has(name) else SelectParts(self.listing.added(name))

    def unticked(self, name: str) -> "SelectParts":
        """Without a name, however often it is there."""
        listing = self.listing
        for at in reversed(range(len(listing.items))):
            if _name(listing.items[at]) == name:
                listing = listing.removed(at)
        return SelectParts(listing)


def read(text: str) -> SelectParts | None:
    """The ticks of a `$select`; None when it is no list."""
    listing = read_listing(text)
    return SelectParts(listing) if listing is not None else None


def _name(item: str) -> str:
    return item.partition("(")[0].rstrip()
