"""Searches to their end, for the tests of finders."""

from k2bench.content.wanted import Wanted
from k2bench.ui.response.finder import Finder


def found(finder: Finder, text: str, **how: bool) -> int:
    """How many hits there are."""
    search = finder.search(Wanted(text, **how))
    assert search is not None
    steps = search.run()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            hits: int = end.value.hits
            return hits
