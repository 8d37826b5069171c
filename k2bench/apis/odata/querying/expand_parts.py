"""A `$expand` as a tree of items with nested options. What is not changed keeps its text.

A place is the indices on the way to an item: `(1,)` the second item, `(1, 0)` the first one that
is expanded inside it, `()` the option itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from k2bench.apis.odata.querying.listing import EMPTY, Listing, closing, read_listing

Place: TypeAlias = tuple[int, ...]

EXPAND = "$expand"
NESTED = (
    "$select",
    "$filter",
    "$orderby",
    "$top",
    "$skip",
    "$count",
    EXPAND,
    "$search",
    "$levels",
)
"""The options that an item may have."""
_NO_OPTIONS = Listing(separator=";")


@dataclass(frozen=True, slots=True)
class ExpandItem:
    """What is expanded.

    Attributes:
        path: a navigation property, perhaps behind a type or with `/$ref` or `/$count`; or `*`.
        options: `name=value`, separated by semicolons.
        opening: what stands between path and options; empty: there are no brackets.
        closing: what stands behind the options.
    """

    path: str
    options: Listing = _NO_OPTIONS
    opening: str = ""
    closing: str = ""

    @property
    def text(self) -> str:
        """The item as it stands in the option."""
        return self.path + self.opening + self.options.text + self.closing

    def option(self, name: str) -> str | None:
        """The value of a nested option; None: it is not there. The `$` may be missing (4.01)."""
        at = self._index(name)
        return None if at is None else self.options.items[at].partition("=")[2].strip()

    def with_option(self, name: str, value: str | None) -> "ExpandItem":
        """With another value of a nested option; None takes it away."""
        at = self._index(name)
        if value is None:
            return self if at is None else self._with(self.options.removed(at))
        if at is None:
            return self._with(self.options.added(f"{name}={value}"))
        written, equals, old = self.options.items[at].partition("=")
        blank = old[: len(old) - len(old.lstrip())]
        return self._with(self.options.put(at, written + equals + blank + value))

    @property
    def expanded(self) -> "ExpandParts | None":
        """What is expanded inside it; None when that is no list."""
        return read(self.option(EXPAND) or "")

    def _with(self, options: Listing) -> "ExpandItem":
        if not options.items:
            return ExpandItem(self.path)
        return replace(
            self, options=options, opening=self.opening or "(", closing=self.closing or ")"
        )

    def _index(self, name: str) -> int | None:
        wanted = name.lower().lstrip("$")
        for at, item in enumerate(self.options.items):
            if item.partition("=")[0].strip().lower().removeprefix("$") == wanted:
                return at
        return None


@dataclass(frozen=True, slots=True)
class ExpandParts:
    """The items of a `$expand`. Each change gives new parts."""

    listing: Listing = EMPTY

    @property
    def text(self) -> str:
        """The value of the option; empty: the option may go."""
        return self.listing.text

    @property
    def items(self) -> tuple[ExpandItem, ...]:
        """What is expanded, at the top."""
        return tuple(map(_item, self.listing.items))

    def index_of(self, path: str) -> int | None:
        """Which item expands a path; None: none does."""
        return next((at for at, item in enumerate(self.items) if item.path == path), None)

    def at(self, place: Place) -> ExpandItem:
        """The item at a place, which is not `()`.

        Raises:
            IndexError: there is none.
        """
        first, *rest = place
        item = _item(self.listing.items[first])
        return _expanded(item).at(tuple(rest)) if rest else item

    def added(self, place: Place, path: str) -> "ExpandParts":
        """With an item more below the place; `()`: at the top."""
        return self._changed(place, lambda parts: ExpandParts(parts.listing.added(path)))

    def removed(self, place: Place) -> "ExpandParts":
        """Without the item at a place."""
        *above, at = place
        return self._changed(tuple(above), lambda parts: ExpandParts(parts.listing.removed(at)))

    def with_option(self, place: Place, name: str, value: str | None) -> "ExpandParts":
        """With another value of a nested option of the item at a place; None takes it away."""
        *above, at = place

        def change(parts: ExpandParts) -> ExpandParts:
            item = _item(parts.listing.items[at]).with_option(name, value)
            return ExpandParts(parts.listing.put(at, item.text))

        return self._changed(tuple(above), change)

    def _changed(
        self, place: Place, change: "Callable[[ExpandParts], ExpandParts]"
    ) -> "ExpandParts":
        """With another list below a place."""
        if not place:
            return change(self)
        first, *rest = place
        item = _item(self.listing.items[first])
        inner = _expanded(item)._changed(tuple(rest), change).text
        new = item.with_option(EXPAND, inner if inner.strip() else None)
        return ExpandParts(self.listing.put(first, new.text))


def read(text: str) -> ExpandParts | None:
    """The items of a `$expand`; None when it is no list, or the options of an item are none."""
    listing = read_listing(text)
    if listing is None or any(not _is_item(each) for each in listing.items):
        return None
    return ExpandParts(listing)


def _expanded(item: ExpandItem) -> ExpandParts:
    found = item.expanded
    if found is None:
        raise IndexError(item.path)
    return found


def _is_item(text: str) -> bool:
    path, bracket, _ = text.partition("(")
    if not path.strip():
        return False
    if not bracket:
        return True
    options = _options(text)
    return options is not None and all("=" in each for each in options.items)


def _options(text: str) -> Listing | None:
    start = text.index("(")
    if closing(text, start) != len(text) - 1:
        return None
    return read_listing(text[start + 1 : -1], ";")


def _item(text: str) -> ExpandItem:
    path, bracket, _ = text.partition("(")
    options = _options(text) if bracket else None
    if options is None:
        return ExpandItem(text)
    name = path.rstrip()
    return ExpandItem(name, options, path[len(name) :] + bracket, ")")
