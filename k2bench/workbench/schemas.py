"""The metadata that is known in this session, by environment and service.

Written by whoever has read some; read from any thread. It fetches nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from k2bench.apis.odata.place import place_of
from k2bench.core.environment import Environment

if TYPE_CHECKING:  # read where there is some to be known
    from k2bench.apis.odata.metadata.index import Index
    from k2bench.apis.odata.service import Catalogue

MOST = 6  # environments whose metadata is kept in memory: 20 MB each, for a large one


@dataclass(slots=True)
class Schemas:
    """What was explored last of each environment."""

    _known: "dict[str, tuple[Catalogue, ...]]" = field(default_factory=dict)

    def put(self, environment_id: str, catalogues: "Iterable[Catalogue]") -> None:
        """Replace what is known of an environment."""
        known = {**self._known}
        known.pop(environment_id, None)
        known[environment_id] = tuple(catalogues)
        while len(known) > MOST:
            del known[next(iter(known))]
        self._known = known  # in one go: another thread may be looking

    def of(self, environment_id: str) -> "tuple[Catalogue, ...]":
        """What is known of an environment; empty: nothing."""
        return self._known.get(environment_id, ())

    def forget(self, environment_id: str) -> None:
        """An environment is gone."""
        self._known = {key: each for key, each in self._known.items() if key != environment_id}

    def find(self, environment: Environment, url: str) -> "Index | None":
        """The metadata of the service that an expanded `url` points into."""
        place = place_of(url, environment)
        if place is None:
            return None
        root = place.root.lower()
        known = (each for each in self.of(environment.id) if each.service.url.lower() == root)
        return next((each.index for each in known), None)
