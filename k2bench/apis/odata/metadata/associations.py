"""Associations of OData 1 to 3, turned into the navigation properties and bindings of OData 4.

There a navigation property names an association and two roles in it; the types, the multiplicity
and the constraint stand in the association, the sets in an association set (CSDL 3.0, sections 7,
8 and 13).
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from k2bench.apis.odata.metadata.annotation import Annotation
from k2bench.apis.odata.metadata.container import Binding, EntityContainer, EntitySet
from k2bench.apis.odata.metadata.document import Schema
from k2bench.apis.odata.metadata.types import Constraint, EntityType, NavigationProperty, TypeRef


class Leg(Struct, frozen=True, gc=False):
    """A navigation property that is not resolved yet."""

    name: str
    association: str
    from_role: str
    to_role: str
    contains_target: bool = False
    annotations: tuple[Annotation, ...] = ()


class End(Struct, frozen=True, gc=False):
    """One end of an association (`type`) or of an association set (`entity_set`)."""

    role: str
    type: str = ""
    entity_set: str = ""
    multiplicity: str = ""
    on_delete: str = ""


class Side(Struct, frozen=True, gc=False):
    """The properties on one side of a referential constraint."""

    role: str
    properties: tuple[str, ...]
    principal: bool


class Sides(Struct, frozen=True, gc=False):
    """Both sides of a referential constraint."""

    sides: tuple[Side, ...]


class Association(Struct, frozen=True, gc=False):
    """Two types that belong together."""

    name: str
    ends: tuple[End, ...]
    sides: tuple[Side, ...] = ()

    def end(self, role: str) -> End | None:
        """The end with this role."""
        return next((end for end in self.ends if end.role == role), None)


class AssociationSet(Struct, frozen=True, gc=False):
    """Two sets that belong together."""

    association: str
    ends: tuple[End, ...]


@dataclass(slots=True)
class Relationships:
    """All of a document: what `legs` of a type (by its name) lead along."""

    legs: dict[str, tuple[Leg, ...]] = field(default_factory=dict)
    associations: dict[str, Association] = field(default_factory=dict)
    sets: list[AssociationSet] = field(default_factory=list)


def resolved(
    schemas: Iterable[Schema], relationships: Relationships
) -> Generator[None, None, tuple[Schema, ...]]:
    """The schemas with navigation properties and bindings; pauses after each type."""
    partners = _partners(relationships)
    bindings = _bindings(relationships)
    done = []
    for schema in schemas:
        types = []
        for entity in schema.entity_types:
            types.append(_with_legs(entity, relationships, partners))
            yield
        containers = tuple(_with_bindings(each, bindings) for each in schema.containers)
        done.append(replace(schema, entity_types=tuple(types), containers=containers))
    return tuple(done)


def _partners(relationships: Relationships) -> dict[tuple[str, str], str]:
    """By association and role: the navigation property that starts there."""
    return {
        (leg.association, leg.from_role): leg.name
        for legs in relationships.legs.values()
        for leg in legs
    }


def _with_legs(
    entity: EntityType, relationships: Relationships, partners: dict[tuple[str, str], str]
) -> EntityType:
    legs = relationships.legs.get(entity.name)
    if not legs:
        return entity
    found = tuple(_navigation(leg, relationships, partners) for leg in legs)
    return replace(entity, navigation_properties=entity.navigation_properties + found)


def _navigation(
    leg: Leg, relationships: Relationships, partners: dict[tuple[str, str], str]
) -> NavigationProperty:
    association = relationships.associations.get(leg.association)
    start = association.end(leg.from_role) if association else None
    goal = association.end(leg.to_role) if association else None
    collection = goal is not None and goal.multiplicity == "*"
    return NavigationProperty(
        leg.name,
        TypeRef(goal.type if goal else "", collection),
        nullable=None if collection or not goal else goal.multiplicity != "1",
        partner=partners.get((leg.association, leg.to_role), ""),
        contains_target=leg.contains_target,
        constraints=_constraints(association, leg) if association else (),
        on_delete=start.on_delete if start else "",
        annotations=leg.annotations,
    )


def _constraints(association: Association, leg: Leg) -> tuple[Constraint, ...]:
    """Only the dependent end has them, as in OData 4."""
    principal = next((side for side in association.sides if side.principal), None)
    dependent = next((side for side in association.sides if not side.principal), None)
    if principal is None or dependent is None or dependent.role != leg.from_role:
        return ()
    pairs = zip(dependent.properties, principal.properties, strict=False)
    return tuple(Constraint(own, other) for own, other in pairs)


def _bindings(relationships: Relationships) -> dict[str, list[Binding]]:
    """By the name of the entity set."""
    legs = {
        (leg.association, leg.from_role, leg.to_role): leg.name
        for each in relationships.legs.values()
        for leg in each
    }
    found: dict[str, list[Binding]] = {}
    for joined in relationships.sets:
        if len(joined.ends) != 2:
            continue
        for start, goal in (joined.ends, reversed(joined.ends)):
            name = legs.get((joined.association, start.role, goal.role))
            if name and start.entity_set:
                binding = Binding(name, goal.entity_set)
                found.setdefault(start.entity_set, []).append(binding)
    return found


def _with_bindings(
    container: EntityContainer, bindings: dict[str, list[Binding]]
) -> EntityContainer:
    return replace(container, sets=tuple(_bound(each, bindings) for each in container.sets))


def _bound(entity_set: EntitySet, bindings: dict[str, list[Binding]]) -> EntitySet:
    found = tuple(bindings.get(entity_set.name, ()))
    return replace(entity_set, bindings=entity_set.bindings + found) if found else entity_set
