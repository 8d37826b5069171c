"""Loads what the page needs, on the work lane: 150 ms that the GUI thread must not spend."""

from collections.abc import Generator
from importlib import import_module

_MODULES = (
    "k2bench.apis.odata.metadata.index",
    "k2bench.apis.odata.expression",
    "k2bench.apis.odata.querying.filter_edits",
    "k2bench.apis.odata.querying.suggestions",
)


def load() -> Generator[None, None, None]:
    """A step each."""
    for name in _MODULES:
        yield None
        import_module(name)
