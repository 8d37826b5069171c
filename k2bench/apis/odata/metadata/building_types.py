"""Builds types from the elements of CSDL XML (OData CSDL XML 4.01, sections 6 to 11)."""

from typing import Any

from msgspec import Struct

from k2bench.apis.odata.metadata.associations import Leg, Side, Sides
from k2bench.apis.odata.metadata.scope import (
    Attributes,
    Build,
    Scope,
    first_of,
    flag,
    those,
    truth,
)
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    Constraint,
    EntityType,
    EnumType,
    KeyRef,
    Member,
    NavigationProperty,
    Property,
    TypeDefinition,
)


class Key(Struct, frozen=True, gc=False):
    """All parts of one key."""

    parts: tuple[KeyRef, ...]


class OnDelete(Struct, frozen=True, gc=False):
    """What happens to this row when the related one goes."""

    action: str


def _property(scope: Scope, attributes: Attributes, children: list[Any]) -> Property:
    name = attributes.pop("Name", "")
    type_ref = scope.type_ref(attributes.pop("Type", ""))
    facets = scope.facets(attributes)
    if not attributes and not children:
        return Property(name, type_ref, facets)
    return Property(name, type_ref, facets, scope.annotations(attributes, children))


def _navigation(
    scope: Scope, attributes: Attributes, children: list[Any]
) -> NavigationProperty | Leg:
    take = attributes.pop
    name = take("Name", "")
    contains_target = truth(take("ContainsTarget", None))
    if "Relationship" in attributes:
        return Leg(
            name,
            scope.resolve(take("Relationship")),
            take("FromRole", ""),
            take("ToRole", ""),
            contains_target,
            scope.annotations(attributes, children),
        )
    on_delete = first_of(children, OnDelete)
    return NavigationProperty(
        name,
        scope.type_ref(take("Type", "")),
        nullable=flag(take("Nullable", None)),
        partner=take("Partner", ""),
        contains_target=contains_target,
        constraints=those(children, Constraint) if children else (),
        on_delete=on_delete.action if on_delete else "",
        annotations=scope.annotations(attributes, children),
    )


def _constraint(scope: Scope, attributes: Attributes, children: list[Any]) -> Constraint | Sides:
    if "Property" not in attributes:
        return Sides(those(children, Side))
    name, referenced = attributes.pop("Property"), attributes.pop("ReferencedProperty", "")
    return Constraint(name, referenced, scope.annotations(attributes, children))


def _on_delete(scope: Scope, attributes: Attributes, children: list[Any]) -> OnDelete:
    return OnDelete(attributes.get("Action", ""))


def _key(scope: Scope, attributes: Attributes, children: list[Any]) -> Key:
    return Key(those(children, KeyRef))


def _property_ref(scope: Scope, attributes: Attributes, children: list[Any]) -> KeyRef:
    return KeyRef(attributes.get("Name", ""), attributes.get("Alias", ""))


def _complex_type(scope: Scope, attributes: Attributes, children: list[Any]) -> ComplexType:
    take = attributes.pop
    name = scope.own(take("Name", ""))
    scope.keep_legs(name, children)
    return ComplexType(
        name,
        scope.resolve(take("BaseType", "")),
        abstract=truth(take("Abstract", None)),
        open=truth(take("OpenType", None)),
        properties=those(children, Property),
        navigation_properties=those(children, NavigationProperty),
        annotations=scope.annotations(attributes, children),
    )


def _entity_type(scope: Scope, attributes: Attributes, children: list[Any]) -> EntityType:
    take = attributes.pop
    name = scope.own(take("Name", ""))
    scope.keep_legs(name, children)
    key = first_of(children, Key)
    return EntityType(
        name,
        scope.resolve(take("BaseType", "")),
        abstract=truth(take("Abstract", None)),
        open=truth(take("OpenType", None)),
        has_stream=truth(take("HasStream", None) or take("m:HasStream", None)),
        key=key.parts if key else (),
        properties=those(children, Property),
        navigation_properties=those(children, NavigationProperty),
        annotations=scope.annotations(attributes, children),
    )


def _member(scope: Scope, attributes: Attributes, children: list[Any]) -> Member:
    name, text = attributes.pop("Name", ""), attributes.pop("Value", "")
    return Member(name, _number(text), scope.annotations(attributes, children))


def _number(text: str) -> int | None:
    try:
        return int(text) if len(text) <= 20 else None
    except ValueError:
        return None


def _enum_type(scope: Scope, attributes: Attributes, children: list[Any]) -> EnumType:
    take = attributes.pop
    members = those(children, Member)
    if members and all(member.value is None for member in members):
        # Without values they count from 0 (section 10.3).
        members = tuple(Member(m.name, at, m.annotations) for at, m in enumerate(members))
    return EnumType(
        scope.own(take("Name", "")),
        members,
        flags=truth(take("IsFlags", None)),
        underlying=scope.type_ref(take("UnderlyingType", "Edm.Int32")).name,
        annotations=scope.annotations(attributes, children),
    )


def _type_definition(scope: Scope, attributes: Attributes, children: list[Any]) -> TypeDefinition:
    name = scope.own(attributes.pop("Name", ""))
    underlying = scope.type_ref(attributes.pop("UnderlyingType", "")).name
    facets = scope.facets(attributes)
    return TypeDefinition(name, underlying, facets, scope.annotations(attributes, children))


TYPES: dict[str, Build] = {
    "Property": _property,
    "NavigationProperty": _navigation,
    "ReferentialConstraint": _constraint,
    "OnDelete": _on_delete,
    "Key": _key,
    "PropertyRef": _property_ref,
    "ComplexType": _complex_type,
    "EntityType": _entity_type,
    "Member": _member,
    "EnumType": _enum_type,
    "TypeDefinition": _type_definition,
}
"""By the name of the element."""
