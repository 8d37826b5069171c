"""What the OData services of both versions are given to work with."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from k2bench.demo.clock import Clock
from k2bench.demo.faults.catalogue import Api
from k2bench.demo.faults.injector import request_target
from k2bench.demo.faults.switchboard import Switchboard
from k2bench.demo.odata.database import Database
from k2bench.demo.odata.errors import ODataError, not_found
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.publication import Publication
from k2bench.demo.odata.temporal import Instant, instant_at


@dataclass(frozen=True, slots=True)
class Service:
    """Data, publication, faults and clock of the tenant.

    Attributes:
        origin: Where the tenant runs.
        elsewhere: The other origin, for next links that lead astray.
    """

    database: Database
    publication: Publication
    faults: Switchboard
    clock: Clock
    origin: str
    elsewhere: str

    def now(self) -> Instant:
        """The tenant's idea of the present."""
        return instant_at(self.clock.now())

    def root_url(self, request: Request) -> str:
        """The service root as this client addresses it; it ends in a slash."""
        port = self.origin.rpartition(":")[2]
        host = request.headers.get("host", "")
        origin = f"http://{host}" if host == f"localhost:{port}" else self.origin
        return f"{origin}{request.scope['root_path']}/"

    def metadata_size(self, request: Request) -> int:
        """Characters of further entity types that a fault wants in this `$metadata`."""
        target = request_target(request.scope)
        settings = self.faults.strikes("large_metadata", Api.ODATA, target)
        return int(settings["megabytes"] * 1_000_000) if settings else 0

    def smartobject(self, name: str) -> SmartObject:
        """The published SmartObject with this system name.

        Raises:
            ODataError: 404 when there is none, 500 when its broker fails.
        """
        smartobject = self.publication.find(name)
        if smartobject is None:
            raise not_found(f"Resource not found for the segment '{name}'.")
        if smartobject.failure is not None:
            raise ODataError(500, smartobject.failure)
        return smartobject


def relative_path(request: Request) -> str:
    """The path below the service root, still percent-encoded."""
    raw_path: str = request.scope["raw_path"].decode("ascii", "replace")
    return raw_path[len(request.scope["root_path"]) :]
