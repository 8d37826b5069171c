"""How a page is searched, as the find bar sees it: the same for text, table, tree and headers."""

from collections.abc import Generator
from typing import Protocol

from k2bench.content.wanted import Found, Wanted


class Search(Protocol):
    """One search; it gathers hits while it runs on the work lane."""

    def run(self) -> Generator[Found | None, None, Found]:
        """Search everything."""


class Finder(Protocol):
    """What a page that can be searched has. Everything is called on the GUI thread."""

    def search(self, wanted: Wanted) -> Search | None:
        """A search of what the page shows, still to be run; None: it shows nothing yet."""

    def nearest(self) -> int:
        """The index of the first hit at the place looked at or behind it; perhaps none is yet."""

    def mark(self, current: int) -> None:
        """Mark the hits of the last search found so far, and the current one (-1: none)."""

    def jump(self, index: int) -> None:
        """Bring a hit into view."""

    def clear(self) -> None:
        """Nothing is looked for any more."""
