"""What is known about the place that a URL points to: the service, its metadata, its rows."""

from dataclasses import dataclass

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.place import OLDER, Place, place_of
from k2bench.apis.odata.row_types import type_at
from k2bench.core.environment import Environment
from k2bench.workbench.schemas import Schemas


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the request goes.

    Attributes:
        place: None: it is of no OData service that is known.
        index: the service's metadata; None: not known.
        type_name: qualified name of the type of the rows; empty: not known.
    """

    place: Place | None = None
    index: Index | None = None
    type_name: str = ""

    @property
    def dialect(self) -> Dialect:
        """How the service wants values written."""
        if self.index is not None:
            return self.index.metadata.dialect
        older = self.place is not None and self.place.root.lower().endswith(OLDER)
        return Dialect.V3 if older else Dialect.V4


NOWHERE = Surroundings()


def surroundings_of(url: str, environment: Environment, schemas: Schemas) -> Surroundings:
    """What is known about `url`, whose variables are filled in."""
    place = place_of(url, environment)
    index = schemas.find(environment, url) if place is not None else None
    if place is None or index is None:
        return Surroundings(place, index)
    path = f"{place.segment}{place.rest}".partition("?")[0].partition("#")[0]
    return Surroundings(place, index, type_at(index, path))
