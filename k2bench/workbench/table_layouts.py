"""How a person laid out the columns of each table: remembered by entity set, for the next answer.

Kept among the settings, those of the tables used last only, known secrets masked.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from k2bench.core.redaction import Redactor
from k2bench.store.settings import Settings

KEY = "tables"
MOST_TABLES = 200
MOST_COLUMNS = 500  # remembered of one table
_ENTITY_KEY = re.compile(r"\([^/]*\)$")
_WIDTHS = (1.0, 1000.0)  # units of the grid


@dataclass(frozen=True, slots=True)
class TableLayout:
    """What a person changed; columns are known by their names.

    Attributes:
        widths: of columns that were made wider or narrower, in units of the grid.
        order: the columns from left to right; empty: as they come.
        hidden: columns that are not shown.
        frozen: columns that stay where they are when the others are scrolled.
    """

    widths: dict[str, float] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    frozen: tuple[str, ...] = ()


def table_key(url: str, member: str = "") -> str:
    """Which table an answer holds: the same for every query of an entity set.

    Args:
        url: that the request went to.
        member: the path of the array shown, where another than the usual one was chosen.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.rpartition("@")[2].lower()
    path = _ENTITY_KEY.sub("", parts.path.rstrip("/"))
    return f"{parts.scheme.lower()}://{host}{path}" + (f"#{member}" if member else "")


class TableLayouts:
    """Gives and takes layouts; they are written with the other settings.

    Args:
        settings: where they are kept; None: in memory only.
        redactor: of the session.
    """

    def __init__(self, settings: Settings | None = None, redactor: Redactor | None = None) -> None:
        self._settings = settings
        self._redactor = redactor or Redactor()
        self._kept: dict[str, Any] = settings.mapping(KEY) if settings is not None else {}

    def get(self, key: str) -> TableLayout:
        """The layout of a table; an empty one where nothing was changed."""
        value = self._kept.get(self._redactor.mask(key))
        if not isinstance(value, dict):
            return TableLayout()
        widths = value.get("widths")
        return TableLayout(
            _widths(widths if isinstance(widths, dict) else {}),
            *(_names(value.get(name)) for name in ("order", "hidden", "frozen")),
        )

    def put(self, key: str, layout: TableLayout) -> None:
        """Remember a layout, and forget that of the table used longest ago if there are many."""
        key = self._redactor.mask(key)
        kept = {name: value for name, value in self._kept.items() if name != key}
        if layout != TableLayout():
            kept[key] = self._json(layout)
        for oldest in list(kept)[: max(0, len(kept) - MOST_TABLES)]:
            del kept[oldest]
        self._kept = kept
        if self._settings is not None:
            self._settings.set(KEY, kept)

    def _json(self, layout: TableLayout) -> dict[str, Any]:
        mask = self._redactor.mask
        names = {
            name: [mask(each) for each in getattr(layout, name)[:MOST_COLUMNS]]
            for name in ("order", "hidden", "frozen")
        }
        widths = list(layout.widths.items())[:MOST_COLUMNS]
        return {"widths": {mask(name): round(width, 2) for name, width in widths}} | names


def _widths(value: dict[Any, Any]) -> dict[str, float]:
    low, high = _WIDTHS
    return {
        str(name): float(width)
        for name, width in value.items()
        if isinstance(width, int | float) and low <= width <= high
    }


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, Iterable) or isinstance(value, str):
        return ()
    return tuple(dict.fromkeys(each for each in value if isinstance(each, str)))
