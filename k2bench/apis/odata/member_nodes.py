"""Nodes for what types are made of: properties, navigation, members of enumerations."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.apis.odata.element import Element
from k2bench.apis.odata.metadata.annotation import Annotation
from k2bench.apis.odata.metadata.descriptions import description
from k2bench.apis.odata.metadata.facts import facets
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    EntityType,
    EnumType,
    NavigationProperty,
    Parameter,
    Property,
    TypeDefinition,
    TypeRef,
)
from k2bench.apis.odata.service import Catalogue


def short(ref: TypeRef) -> str:
    """A type's name without its namespace: `Int64`, `Collection(Address)`."""
    name = ref.name.rpartition(".")[2]
    return f"Collection({name})" if ref.collection else name


def members(catalogue: Catalogue, index: Index, type_name: str) -> tuple[Node, ...]:
    """Properties in their order, then navigation, both with what is inherited."""
    key = {ref.path for ref in index.key(type_name)}
    properties: dict[str, Node] = {}
    navigation: dict[str, Node] = {}
    for each in index.bases(type_name):
        for prop in each.properties:
            if prop.name not in properties:
                node = _property(catalogue, index, each.name, prop, prop.name in key)
                properties[prop.name] = node
        for way in each.navigation_properties:
            if way.name not in navigation:
                navigation[way.name] = _navigation(catalogue, index, each.name, way)
    return (*properties.values(), *navigation.values())


def _declared(catalogue: Catalogue, index: Index, found: ComplexType) -> tuple[Node, ...]:
    """The base type if there is one, and what a type adds to it."""
    key = {ref.path for ref in index.key(found.name)}
    base = index.structured(found.base)
    return (
        *([replace(type_node(catalogue, index, base.name), sought=False)] if base else []),
        *(_property(catalogue, index, found.name, p, p.name in key) for p in found.properties),
        *(_navigation(catalogue, index, found.name, n) for n in found.navigation_properties),
    )


def type_node(catalogue: Catalogue, index: Index, name: str) -> Node:
    """A type; what it declares below."""
    found = index.types[name]
    element = Element(catalogue, type(found).__name__, name)
    told = partial(_told, index, name, found.annotations, name)
    plain = name.rpartition(".")[2]
    if isinstance(found, EnumType):
        detail = "flags" if found.flags else ""
        load = partial(_enum_members, catalogue, found)
        return Node(NodeKind.ENUM_TYPE, plain, detail, told, element, load)
    if isinstance(found, TypeDefinition):
        detail = found.underlying.removeprefix("Edm.")
        return Node(NodeKind.TYPE_DEFINITION, plain, detail, told, element)
    kind = NodeKind.ENTITY_TYPE if isinstance(found, EntityType) else NodeKind.COMPLEX_TYPE
    base = found.base.rpartition(".")[2]
    unfolded = partial(_declared, catalogue, index, found)
    return Node(kind, plain, f"from {base}" if base else "", told, element, unfolded)


def parameter(catalogue: Catalogue, index: Index, each: Parameter) -> Node:
    """What an operation takes."""
    nullable = "" if each.facets.nullable is not False else " · not null"
    return Node(
        NodeKind.PARAMETER,
        each.name,
        short(each.type) + nullable,
        partial(_told, index, "", each.annotations, str(each.type)),
        Element(catalogue, name=each.name),
        _below(catalogue, index, each.type),
        sought=False,
    )


def _property(catalogue: Catalogue, index: Index, owner: str, prop: Property, is_key: bool) -> Node:
    not_null = "" if prop.nullable or is_key else " · not null"
    return Node(
        NodeKind.KEY if is_key else NodeKind.PROPERTY,
        prop.name,
        short(prop.type) + not_null,
        partial(_told_of, index, owner, prop, is_key),
        Element(catalogue, "Property", prop.name, owner),
        _below(catalogue, index, prop.type),
    )


def _told_of(index: Index, owner: str, prop: Property, is_key: bool) -> str:
    said = facets(prop.facets)
    said.pop("Nullable", None)
    return _told(
        index,
        f"{owner}/{prop.name}",
        prop.annotations,
        f"{prop.type}{', part of the key' if is_key else ''}"
        f"{', may be null' if prop.nullable else ', never null'}",
        ", ".join(f"{name} {text}" for name, text in said.items()),
    )


def _navigation(catalogue: Catalogue, index: Index, owner: str, prop: NavigationProperty) -> Node:
    target = f"{owner}/{prop.name}"
    return Node(
        NodeKind.NAVIGATION,
        prop.name,
        short(prop.type),
        partial(_told, index, target, prop.annotations, f"Leads to {prop.type}"),
        Element(catalogue, "NavigationProperty", prop.name, owner),
        _below(catalogue, index, prop.type),
    )


def _told(index: Index, target: str, inline: tuple[Annotation, ...], *words: str) -> str:
    """`words` as sentences, and what the metadata says about a part of the model."""
    parts = (*words, description(index.annotations(target, inline)))
    ends = (".", "!", "?")
    return " ".join(part if part.endswith(ends) else f"{part}." for part in parts if part)


def _below(
    catalogue: Catalogue, index: Index, ref: TypeRef
) -> Callable[[], tuple[Node, ...]] | None:
    """What a property of a structured type or of an enumeration unfolds to."""
    found = index.types.get(ref.name)
    if isinstance(found, EnumType):
        return partial(_enum_members, catalogue, found)
    if isinstance(found, ComplexType):
        return partial(members, catalogue, index, ref.name)
    return None


def _enum_members(catalogue: Catalogue, found: EnumType) -> tuple[Node, ...]:
    return tuple(
        Node(
            NodeKind.MEMBER,
            each.name,
            "" if each.value is None else str(each.value),
            description(each.annotations),
            Element(catalogue, "Member", each.name, found.name),
        )
        for each in found.members
    )
