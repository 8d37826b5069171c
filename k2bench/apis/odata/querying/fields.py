"""What a person may select, filter, sort by and expand of the rows of a type, by the metadata."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import NavigationProperty, Property

DEEPEST = 3  # complex values, each in the one before
MOST = 1000  # fields of one type, with those of its complex values
_NO_VALUES = ("Edm.Stream", "Edm.Geography", "Edm.Geometry")


@dataclass(frozen=True, slots=True)
class Field:
    """A structural property.

    Attributes:
        path: from a row, such as `Address/City`.
        type: `Edm.String`, ... or the qualified name of an enumeration or a complex type; what
            stands behind a type definition. Of a collection, the type of its values.
        structured: whether its values have properties of their own.
        members: names of the members of an enumeration.
        flags: whether a value may be several members.
    """

    path: str
    type: str
    collection: bool = False
    structured: bool = False
    nullable: bool = True
    members: tuple[str, ...] = ()
    flags: bool = False

    @property
    def comparable(self) -> bool:
        """Whether a literal can be compared with it, and rows be sorted by it."""
        return not (self.collection or self.structured or self.type.startswith(_NO_VALUES))


@dataclass(frozen=True, slots=True)
class Navigation:
    """A way to other rows.

    Attributes:
        path: from a row.
        type: the qualified name of the entity type behind it.
        collection: whether there may be many.
    """

    path: str
    type: str
    collection: bool = False


def fields(index: Index, type_name: str) -> tuple[Field, ...]:
    """The properties of a structured type, inherited ones first, each before those inside it.

    Empty for a type that is not known. Single complex values are followed down to `DEEPEST`.
    """
    return tuple(islice(_fields(index, type_name, "", DEEPEST), MOST))


def field_at(index: Index, type_name: str, path: str) -> Field | None:
    """The property at the end of a path, which may lead through types and other rows."""
    found = index.step(type_name, path)
    return _field(index, found, path) if isinstance(found, Property) else None


def navigations(index: Index, type_name: str) -> tuple[Navigation, ...]:
    """The navigation properties of a structured type and of its single complex values."""
    found = _navigations(index, type_name, "")
    for field in fields(index, type_name):
        if field.structured and not field.collection:
            found += _navigations(index, field.type, field.path + "/")
    return tuple(found[:MOST])


def target_of(index: Index, type_name: str, path: str) -> str:
    """The type of what is at the end of a path of names and types; empty: not known.

    An empty path is the row itself.
    """
    if not path:
        return type_name
    if index.structured(path.rpartition("/")[2]) is not None:
        return path.rpartition("/")[2]
    found: Property | NavigationProperty | None = index.step(type_name, path)
    return index.primitive(found.type.name) if found is not None else ""


def _fields(index: Index, type_name: str, before: str, deeper: int) -> Iterator[Field]:
    for each in index.properties(type_name):
        field = _field(index, each, before + each.name)
        yield field
        if field.structured and not field.collection and deeper:
            yield from _fields(index, field.type, field.path + "/", deeper - 1)


def _navigations(index: Index, type_name: str, before: str) -> list[Navigation]:
    return [
        Navigation(before + each.name, each.type.name, each.type.collection)
        for each in index.navigation(type_name)
    ]


def _field(index: Index, found: Property, path: str) -> Field:
    name = index.primitive(found.type.name)
    enum = index.enum(name)
    return Field(
        path,
        name,
        found.type.collection,
        index.structured(name) is not None,
        found.nullable,
        tuple(each.name for each in enum.members) if enum is not None else (),
        enum is not None and enum.flags,
    )
