"""Builds schemas and the frame around them (OData CSDL XML 4.01, sections 3 to 5)."""

import re
from collections import defaultdict
from typing import Any

from k2bench.apis.odata.metadata.annotation import Annotation
from k2bench.apis.odata.metadata.container import EntityContainer
from k2bench.apis.odata.metadata.document import Include, Reference, Schema, TargetAnnotations
from k2bench.apis.odata.metadata.scope import Attributes, Build, Scope, those
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    EntityType,
    EnumType,
    Operation,
    Term,
    TypeDefinition,
)


def _schema(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    namespace, alias = attributes.pop("Namespace", ""), attributes.pop("Alias", "")
    found: defaultdict[type, list[Any]] = defaultdict(list)
    for child in children:  # one pass: there may be tens of thousands
        found[type(child)].append(child)
    scope.schemas.append(
        Schema(
            namespace,
            alias,
            entity_types=tuple(found[EntityType]),
            complex_types=tuple(found[ComplexType]),
            enum_types=tuple(found[EnumType]),
            type_definitions=tuple(found[TypeDefinition]),
            terms=tuple(found[Term]),
            operations=(*found[Operation], *scope.older_operations),
            containers=tuple(found[EntityContainer]),
            targets=tuple(found[TargetAnnotations]),
            annotations=scope.annotations(attributes, found[Annotation]),
        )
    )
    scope.older_operations = []


def _include(scope: Scope, attributes: Attributes, children: list[Any]) -> Include:
    include = Include(attributes.get("Namespace", ""), attributes.get("Alias", ""))
    if include.alias:
        scope.aliases[include.alias] = include.namespace
    return include


def _using(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    """Of CSDL 1 to 3: an alias for another namespace."""
    if attributes.get("Alias"):
        scope.aliases[attributes["Alias"]] = attributes.get("Namespace", "")


def _reference(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    uri = attributes.get("Uri") or attributes.get("Url") or ""
    found = Reference(uri, those(children, Include), those(children, Annotation))
    scope.references.append(found)


def _data_services(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    offered = attributes.get("m:MaxDataServiceVersion") or attributes.get("m:DataServiceVersion")
    found = re.match(r"\d+\.\d+", offered or "")
    scope.older_version = found[0] if found else ""


def _edmx(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    scope.version = attributes.get("Version", "")


def _nothing(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    return None


DOCUMENT: dict[str, Build] = {
    "Edmx": _edmx,
    "DataServices": _data_services,
    "Reference": _reference,
    "Include": _include,
    "Using": _using,
    "Schema": _schema,
    "IncludeAnnotations": _nothing,
    "Runtime": _nothing,
    "ConceptualModels": _nothing,
}
"""By the name of the element."""
