"""What the metadata says of the query options that not every service has.

Sources: OData vocabularies, `Org.OData.Capabilities.V1` (SearchRestrictions) and
`Org.OData.Aggregation.V1` (ApplySupported, ApplySupportedDefaults).
"""

from collections.abc import Iterable
from enum import Enum

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.metadata.annotation import Annotation, find
from k2bench.apis.odata.metadata.index import Index

_SEARCH = "Org.OData.Capabilities.V1.SearchRestrictions"
_APPLY = "Org.OData.Aggregation.V1.ApplySupported"
_APPLY_DEFAULTS = "Org.OData.Aggregation.V1.ApplySupportedDefaults"


class Offer(Enum):
    """Whether a set can do something."""

    YES = "yes"
    NO = "no"
    NOT_TOLD = "not told"


def search_offer(index: Index, set_name: str) -> Offer:
    """Whether the rows of a set can be searched with `$search`."""
    if index.metadata.dialect is Dialect.V3:
        return Offer.NO
    found = find(_of_set(index, set_name), _SEARCH)
    if found is None:
        return Offer.NOT_TOLD
    searchable = found.value.member("Searchable") if found.value is not None else None
    return Offer.NO if searchable is not None and searchable.plain() is False else Offer.YES


def apply_offer(index: Index, set_name: str) -> Offer:
    """Whether the rows of a set can be grouped and summed with `$apply`."""
    if index.metadata.dialect is Dialect.V3:
        return Offer.NO
    container = _of_container(index, index.home(set_name))
    found = (
        find(_of_set(index, set_name), _APPLY)
        or find(container, _APPLY)
        or find(container, _APPLY_DEFAULTS)
    )
    if found is None:
        return Offer.NOT_TOLD
    return Offer.NO if found.value is not None and found.value.plain() is False else Offer.YES


def _of_set(index: Index, set_name: str) -> Iterable[Annotation]:
    entity_set = index.sets.get(set_name)
    inline = entity_set.annotations if entity_set is not None else ()
    return index.annotations(f"{index.home(set_name)}/{set_name}", inline)


def _of_container(index: Index, name: str) -> Iterable[Annotation]:
    every = (each for schema in index.metadata.schemas for each in schema.containers)
    inline = next((each.annotations for each in every if each.name == name), ())
    return index.annotations(name, inline)
