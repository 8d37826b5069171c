"""Which SmartObjects are published at this moment.

A change shows in v4 about 30 seconds after "Apply Changes", or at once after a refresh
(k2-facts.md, OData).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from k2bench.demo.odata.model import SmartObject

PUBLISH_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Publication:
    """The published part of a catalogue: what has a List method, and is not held back.

    Attributes:
        is_emptied: Tells whether nothing at all is to be published, as on day one.
    """

    catalogue: Sequence[SmartObject]
    is_emptied: Callable[[], bool] = bool
    _appears_at: dict[str, float] = field(default_factory=dict)

    def published(self) -> list[SmartObject]:
        """The SmartObjects that the service document lists."""
        if self.is_emptied():
            return []
        now = time.monotonic()
        return [
            entry
            for entry in self.catalogue
            if entry.has_list
            and (not entry.starts_unpublished or self._appears_at.get(entry.name, now + 1) <= now)
        ]

    def find(self, name: str) -> SmartObject | None:
        """The published SmartObject with this exact system name."""
        return next((entry for entry in self.published() if entry.name == name), None)

    def publish(self, name: str, delay: float = PUBLISH_SECONDS) -> bool:
        """Publishes a SmartObject that starts unpublished; whether there is one of that name."""
        known = any(entry.name == name and entry.starts_unpublished for entry in self.catalogue)
        if known:
            self._appears_at[name] = time.monotonic() + delay
        return known

    def unpublish(self, name: str) -> None:
        """Takes it back."""
        self._appears_at.pop(name, None)

    def refresh(self) -> None:
        """Makes everything appear that was published and still waits."""
        for name in self._appears_at:
            self._appears_at[name] = 0.0
