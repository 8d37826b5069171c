"""What a row can be about: the fields of a type, and the collections whose rows it can look into.

Without metadata there are none, and any name can be typed.
"""

from dataclasses import dataclass

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import Quantifier, Within
from k2bench.apis.odata.querying.fields import (
    Field,
    field_at,
    fields,
    navigations,
    target_of,
)
from k2bench.ui.request.query.surroundings import NOWHERE, Surroundings


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, for the rows of one place."""

    known: Surroundings = NOWHERE

    @property
    def dialect(self) -> Dialect:
        """How the service wants values written."""
        return self.known.dialect

    def paths(self, within: Within | None = None) -> tuple[str, ...]:
        """The fields that a literal can be compared with."""
        return tuple(each.path for each in self._fields(within) if each.comparable)

    def collections(self) -> tuple[str, ...]:
        """What `any` and `all` can look into."""
        if self.known.index is None:
            return ()
        found = [each.path for each in self._fields(None) if each.collection]
        ways = navigations(self.known.index, self.known.type_name)
        return (*found, *(each.path for each in ways if each.collection))

    def field(self, path: str, within: Within | None = None) -> Field | None:
        """What is known of a field."""
        if self.known.index is None:
            return None
        if within is not None and not path:
            return field_at(self.known.index, self.known.type_name, within.path)
        return field_at(self.known.index, self._type(within), path)

    def first_within(self, collection: str) -> tuple[Within, str]:
        """How a condition on a collection begins: about which field of its rows."""
        within = Within(collection, Quantifier.ANY)
        return within, next(iter(self.paths(within)), "")

    def _type(self, within: Within | None) -> str:
        if self.known.index is None or within is None:
            return self.known.type_name
        return target_of(self.known.index, self.known.type_name, within.path)

    def _fields(self, within: Within | None) -> tuple[Field, ...]:
        if self.known.index is None:
            return ()
        return fields(self.known.index, self._type(within))
