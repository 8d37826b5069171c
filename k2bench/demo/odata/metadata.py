"""The `$metadata` document in CSDL XML (OData CSDL 4.0)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from k2bench.demo.odata.model import NAMESPACE, Edm, Method, MethodKind, Property, SmartObject

_HEAD = f"""\
<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>
    <Schema Namespace="{NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">
"""
_TAIL = """\
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""


def metadata_document(published: Iterable[SmartObject], further_types: Iterable[str] = ()) -> str:
    """Types first, then the actions, then the container with one entity set for each type.

    Actions are listed without their inputs: K2's document does not tell which inputs a method
    needs (k2-facts.md, OData).

    Args:
        published: What the document describes.
        further_types: Entity types, already in CSDL, that have no entity set.
    """
    smartobjects = tuple(published)
    types = "".join([*map(_entity_type, smartobjects), *further_types])
    actions = "".join(map(_actions, smartobjects))
    sets = "".join(map(_entity_set, smartobjects))
    container = f'      <EntityContainer Name="Container">\n{sets}      </EntityContainer>\n'
    return _HEAD + types + actions + container + _TAIL


def _entity_type(smartobject: SmartObject) -> str:
    properties = "".join(map(_property, smartobject.properties))
    return (
        f"      <EntityType Name={quoteattr(smartobject.name)}>\n"
        f"        <Key>\n          <PropertyRef Name={quoteattr(smartobject.key)} />\n"
        f"        </Key>\n{properties}      </EntityType>\n"
    )


def _actions(smartobject: SmartObject) -> str:
    entity_type = f"{NAMESPACE}.{smartobject.name}"
    return "".join(
        f'      <Action Name={quoteattr(method.name)} IsBound="true">\n'
        f'        <Parameter Name="bindingParameter" Type="Collection({entity_type})" />\n'
        f'        <ReturnType Type="{_return_type(method, entity_type)}" />\n'
        f"      </Action>\n"
        for method in smartobject.methods
    )


def _return_type(method: Method, entity_type: str) -> str:
    return f"Collection({entity_type})" if method.kind is MethodKind.LIST else entity_type


def _entity_set(smartobject: SmartObject) -> str:
    name = quoteattr(smartobject.name)
    return f'        <EntitySet Name={name} EntityType="{NAMESPACE}.{smartobject.name}" />\n'


def _property(prop: Property) -> str:
    facets = "" if prop.nullable else ' Nullable="false"'
    if prop.type is Edm.DECIMAL:
        facets += f' Precision="18" Scale="{prop.scale}"'
    if prop.max_length is not None:
        facets += f' MaxLength="{prop.max_length}"'
    return f'        <Property Name={quoteattr(prop.name)} Type="{prop.type.value}"{facets} />\n'
