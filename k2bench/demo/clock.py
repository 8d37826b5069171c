"""The tenant's clock, which a fault may set wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(slots=True)
class Clock:
    """Seconds since 1970 as this tenant believes them to be."""

    skew_seconds: float = 0.0

    def now(self) -> float:
        """The tenant's idea of the present, in seconds since 1970-01-01T00:00:00Z."""
        return time.time() + self.skew_seconds
