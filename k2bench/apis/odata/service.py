"""The OData services of an environment, and what is known of each."""

from dataclasses import dataclass, field

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.place import is_k2_root
from k2bench.apis.odata.service_document import ENTITY_SET, ServiceEntry
from k2bench.core.environment import Environment


@dataclass(frozen=True, slots=True)
class Service:
    """One service.

    Attributes:
        base: what its requests begin with: `{{odata}}`.
        url: what that stands for, without a slash at the end.
        optional: a tenant may well not have it.
    """

    name: str
    base: str
    url: str
    optional: bool = False

    @property
    def is_k2(self) -> bool:
        """Whether K2's rules hold."""
        return is_k2_root(self.url)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a service offers, as far as known.

    Attributes:
        index: of its metadata; None: it could not be had.
        entries: of its service document; None: it was not asked, or did not answer.
        fetched_at: when the metadata was seen so, in seconds since 1970.
        source: the file that the metadata was imported from; empty: the service sent it.
        offline: whether it comes from the disk.
    """

    service: Service
    index: Index | None = None
    entries: tuple[ServiceEntry, ...] | None = None
    fetched_at: float = 0.0
    source: str = ""
    offline: bool = False
    sets: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        listed = [each.name for each in self.entries or () if each.kind == ENTITY_SET]
        described = self.index.sets if self.index is not None else {}
        # frozen: this is how a dataclass sets a field that is made of the others
        object.__setattr__(self, "sets", tuple(dict.fromkeys((*listed, *described))))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send a request to."""
        if self.sets or any(self.entries or ()):
            return False
        return self.index is None or not (self.index.singletons or self.index.imports)


def services_of(environment: Environment) -> tuple[Service, ...]:
    """The services whose addresses are known, the newest version first."""
    values = environment.values()
    own, older = (values.get(name, "").strip().rstrip("/") for name in ("odata", "odata_v3"))
    found = []
    if own:
        name = "OData v4" if is_k2_root(own) else "OData"
        found.append(Service(name, "{{odata}}", own))
    if older and older != own:
        found.append(Service("OData v3", "{{odata_v3}}", older, optional=True))
    return tuple(found)
