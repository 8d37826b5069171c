"""Looks things up in metadata: what a set's rows have, inherited or not, and what can be called.

Circles of base types end where they began. It does not know URLs.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import TypeAlias, TypeVar

from k2bench.apis.odata.metadata.annotation import Annotation
from k2bench.apis.odata.metadata.container import (
    EntityContainer,
    EntitySet,
    OperationImport,
    Singleton,
)
from k2bench.apis.odata.metadata.document import Metadata
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    EntityType,
    EnumType,
    KeyRef,
    NavigationProperty,
    Operation,
    Property,
    TypeDefinition,
    TypeRef,
)

AnyType: TypeAlias = ComplexType | EnumType | TypeDefinition
Step: TypeAlias = Property | NavigationProperty
Named = TypeVar("Named", EntitySet, Singleton, OperationImport)


class Index:
    """The names of one document. Of two with the same name, the first counts.

    What is asked for is gathered when it is first asked for.
    """

    def __init__(self, metadata: Metadata) -> None:
        self.metadata = metadata
        self._bases: dict[str, tuple[ComplexType, ...]] = {}

    @cached_property
    def types(self) -> dict[str, AnyType]:
        """Every type by its qualified name."""
        found: dict[str, AnyType] = {}
        for schema in self.metadata.schemas:
            _add(found, schema.entity_types)
            _add(found, schema.complex_types)
            _add(found, schema.enum_types)
            _add(found, schema.type_definitions)
        return found

    @cached_property
    def operations(self) -> dict[str, list[Operation]]:
        """Overloads by qualified name."""
        found: dict[str, list[Operation]] = {}
        for schema in self.metadata.schemas:
            for operation in schema.operations:
                found.setdefault(operation.name, []).append(operation)
        return found

    @cached_property
    def sets(self) -> dict[str, EntitySet]:
        """Entity sets by name, those of the default container first."""
        return _first(container.sets for container in self._containers)

    @cached_property
    def singletons(self) -> dict[str, Singleton]:
        """Singletons by name."""
        return _first(container.singletons for container in self._containers)

    @cached_property
    def imports(self) -> dict[str, OperationImport]:
        """What can be called at the root, by name."""
        return _first(container.imports for container in self._containers)

    def home(self, set_name: str) -> str:
        """The qualified name of the container that has an entity set."""
        return self._homes.get(set_name, "")

    @cached_property
    def _homes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for container in self._containers:
            for each in container.sets:
                found.setdefault(each.name, container.name)
        return found

    @cached_property
    def _containers(self) -> list[EntityContainer]:
        return _in_order(self.metadata)

    @cached_property
    def _derived(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in self.types.values():
            if isinstance(each, ComplexType) and each.base:
                found.setdefault(each.base, []).append(each.name)
        return found

    @cached_property
    def _bound(self) -> dict[TypeRef, list[Operation]]:
        found: dict[TypeRef, list[Operation]] = {}
        for operation in chain.from_iterable(self.operations.values()):
            if operation.binding is not None:
                found.setdefault(operation.binding, []).append(operation)
        return found

    @cached_property
    def _targets(self) -> dict[str, list[Annotation]]:
        found: dict[str, list[Annotation]] = {}
        for schema in self.metadata.schemas:
            for each in schema.targets:
                found.setdefault(each.target, []).extend(each.annotations)
        return found

    def structured(self, name: str) -> ComplexType | None:
        """The entity or complex type with this qualified name."""
        found = self.types.get(name)
        return found if isinstance(found, ComplexType) else None

    def entity_type(self, name: str) -> EntityType | None:
        """The entity type with this qualified name, or that of a set or singleton."""
        for group in (self.sets, self.singletons):
            offered: Mapping[str, EntitySet | Singleton] = group
            if name in offered:
                name = offered[name].type
                break
        found = self.types.get(name)
        return found if isinstance(found, EntityType) else None

    def enum(self, name: str) -> EnumType | None:
        """The enumeration with this qualified name."""
        found = self.types.get(name)
        return found if isinstance(found, EnumType) else None

    def primitive(self, name: str) -> str:
        """What values of a type are written as: a type definition stands for another type."""
        found = self.types.get(name)
        return found.underlying if isinstance(found, TypeDefinition) else name

    def bases(self, name: str) -> tuple[ComplexType, ...]:
        """A structured type and those it is based on, from the innermost to itself."""
        if name not in self._bases:
            line: dict[str, ComplexType] = {}
            each = self.structured(name)
            while each is not None and each.name not in line:
                line[each.name] = each
                each = self.structured(each.base)
            self._bases[name] = tuple(reversed(line.values()))
        return self._bases[name]

    def properties(self, name: str) -> tuple[Property, ...]:
        """All properties of a structured type, inherited ones first."""
        found: dict[str, Property] = {}
        for each in self.bases(name):
            for prop in each.properties:
                found.setdefault(prop.name, prop)
        return tuple(found.values())

    def navigation(self, name: str) -> tuple[NavigationProperty, ...]:
        """All navigation properties of a structured type, inherited ones first."""
        found: dict[str, NavigationProperty] = {}
        for each in self.bases(name):
            for prop in each.navigation_properties:
                found.setdefault(prop.name, prop)
        return tuple(found.values())

    def key(self, name: str) -> tuple[KeyRef, ...]:
        """The key of an entity type, its own or an inherited one; empty when it has none."""
        for each in self.bases(name):
            if isinstance(each, EntityType) and each.key:
                return each.key
        return ()

    def is_open(self, name: str) -> bool:
        """Whether rows may have properties that the metadata does not name."""
        return any(each.open for each in self.bases(name))

    def step(self, name: str, path: str) -> Step | None:
        """What a path of names and type casts leads to, from a structured type."""
        found: Step | None = None
        for segment in path.split("/"):
            if self.structured(segment) is not None:
                name, found = segment, None
                continue
            found = self._member(name, segment)
            if found is None:
                return None
            name = found.type.name
        return found

    def _member(self, name: str, member: str) -> Step | None:
        steps: Iterable[Step] = chain(self.properties(name), self.navigation(name))
        return next((each for each in steps if each.name == member), None)

    def target(self, set_name: str, path: str) -> str:
        """The name of the set behind a navigation property of a set; empty when not told."""
        entity_set = self.sets.get(set_name)
        bindings = entity_set.bindings if entity_set else ()
        found = next((each.target for each in bindings if each.path == path), "")
        return found.rpartition("/")[2]

    def derived(self, name: str) -> tuple[str, ...]:
        """Names of the types based on one, at any distance."""
        found: dict[str, None] = {}
        waiting = [name]
        while waiting:
            for each in self._derived.get(waiting.pop(), ()):
                if each not in found and each != name:
                    found[each] = None
                    waiting.append(each)
        return tuple(found)

    def bound_to(self, name: str, collection: bool) -> tuple[Operation, ...]:
        """Operations that can be called on one entity, or on a collection of them."""
        found: list[Operation] = []
        for each in reversed(self.bases(name)):
            found += self._bound.get(TypeRef(each.name, collection), [])
        return tuple(found)

    def annotations(self, target: str, inline: Iterable[Annotation] = ()) -> tuple[Annotation, ...]:
        """Those of a part of the model: its own, then those that stand apart from it.

        Args:
            target: `Ns.Type`, `Ns.Type/Property`, `Ns.Container/Set`, ...
            inline: the part's own.
        """
        return (*inline, *self._targets.get(target, ()))


def _add(names: dict[str, AnyType], items: Iterable[AnyType]) -> None:
    for item in items:
        names.setdefault(item.name, item)


def _first(groups: Iterable[tuple[Named, ...]]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for each in chain.from_iterable(groups):
        found.setdefault(each.name, each)
    return found


def _in_order(metadata: Metadata) -> list[EntityContainer]:
    """The default containers first, each followed by those it extends."""
    every = [each for schema in metadata.schemas for each in schema.containers]
    by_name = {each.name: each for each in every}
    line: dict[str, EntityContainer] = {}
    for each in sorted(every, key=lambda container: not container.default):
        at: EntityContainer | None = each
        while at is not None and at.name not in line:
            line[at.name] = at
            at = by_name.get(at.extends)
    return list(line.values())
