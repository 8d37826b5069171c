"""The `$metadata` document in CSDL XML (OData CSDL 4.0)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from k2bench.demo.odata.model import NAMESPACE, Edm, Property, SmartObject

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


def metadata_document(published: Iterable[SmartObject]) -> str:
    """Types first, then the container with one entity set for each."""
    smartobjects = tuple(published)
    types = "".join(map(_entity_type, smartobjects))
    sets = "".join(map(_entity_set, smartobjects))
    container = f'      <EntityContainer Name="Container">\n{sets}      </EntityContainer>\n'
    return _HEAD + types + container + _TAIL


def _entity_type(smartobject: SmartObject) -> str:
    properties = "".join(map(_property, smartobject.properties))
    return (
        f"      <EntityType Name={quoteattr(smartobject.name)}>\n"
        f"        <Key>\n          <PropertyRef Name={quoteattr(smartobject.key)} />\n"
        f"        </Key>\n{properties}      </EntityType>\n"
    )


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
