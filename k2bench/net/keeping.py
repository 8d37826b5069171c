"""Keeps clients with open connections for the next page, each lent to one exchange at a time.

A client whose exchange was cancelled or failed never comes back: the state of its connection is
not known.
"""

from collections.abc import Hashable
from typing import Generic, Protocol, TypeVar


class Client(Protocol):
    """What can be closed."""

    async def aclose(self) -> None:
        """Close every connection."""


C = TypeVar("C", bound=Client)


class KeptClients(Generic[C]):
    """Idle clients by key, the oldest dropped first. Used on the loop's thread only."""

    def __init__(self, most: int = 4) -> None:
        self._most = most
        self._idle: list[tuple[Hashable, C]] = []

    def take(self, key: Hashable) -> C | None:
        """The newest idle client of that key, which is the caller's from now on."""
        for position in range(len(self._idle) - 1, -1, -1):
            if self._idle[position][0] == key:
                return self._idle.pop(position)[1]
        return None

    async def give(self, key: Hashable, client: C) -> None:
        """Keep a client whose exchange ended well."""
        self._idle.append((key, client))
        if len(self._idle) > self._most:
            await self._idle.pop(0)[1].aclose()

    async def aclose(self) -> None:
        """Close all idle clients."""
        while self._idle:
            await self._idle.pop()[1].aclose()
