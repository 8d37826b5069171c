"""The service document and `$metadata` of OData v3 (RFC 5023 §8; CSDL 3.0)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from k2bench.demo.odata.model import NAMESPACE, Edm, Property, SmartObject

# OData v3 has no dates and times of day by themselves.
V3_TYPES = {Edm.DATE: "Edm.DateTime", Edm.TIME_OF_DAY: "Edm.Time"}

_METADATA_HEAD = f"""\
<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
  <edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0"
      xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
    <Schema Namespace="{NAMESPACE}" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
"""
_METADATA_TAIL = """\
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""


def atom_service_document(root_url: str, published: Iterable[SmartObject]) -> str:
    """The service document as Atom Publishing Protocol defines it."""
    collections = "".join(
        f"    <collection href={quoteattr(entry.name)}>\n"
        f"      <atom:title>{escape(entry.name)}</atom:title>\n    </collection>\n"
        for entry in published
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<service xml:base={quoteattr(root_url)} xmlns="http://www.w3.org/2007/app"'
        ' xmlns:atom="http://www.w3.org/2005/Atom">\n'
        f"  <workspace>\n    <atom:title>Default</atom:title>\n{collections}"
        "  </workspace>\n</service>\n"
    )


def json_service_document(root_url: str, published: Iterable[SmartObject]) -> dict[str, Any]:
    """The service document in JSON light."""
    return {
        "odata.metadata": f"{root_url}$metadata",
        "value": [{"name": entry.name, "url": entry.name} for entry in published],
    }


def v3_metadata_document(
    published: Iterable[SmartObject], further_types: Iterable[str] = ()
) -> str:
    """Types and one entity set for each; v3 has no methods besides List.

    Args:
        published: What the document describes.
        further_types: Entity types, already in CSDL, that have no entity set.
    """
    smartobjects = tuple(published)
    types = "".join([*map(_entity_type, smartobjects), *further_types])
    sets = "".join(
        f"        <EntitySet Name={quoteattr(entry.name)}"
        f' EntityType="{NAMESPACE}.{entry.name}" />\n'
        for entry in smartobjects
    )
    container = (
        '      <EntityContainer Name="Container" m:IsDefaultEntityContainer="true">\n'
        f"{sets}      </EntityContainer>\n"
    )
    return _METADATA_HEAD + types + container + _METADATA_TAIL


def _entity_type(smartobject: SmartObject) -> str:
    properties = "".join(map(_property, smartobject.properties))
    return (
        f"      <EntityType Name={quoteattr(smartobject.name)}>\n"
        f"        <Key>\n          <PropertyRef Name={quoteattr(smartobject.key)} />\n"
        f"        </Key>\n{properties}      </EntityType>\n"
    )


def _property(prop: Property) -> str:
    nullable = "" if prop.nullable else ' Nullable="false"'
    kind = V3_TYPES.get(prop.type, prop.type.value)
    return f'        <Property Name={quoteattr(prop.name)} Type="{kind}"{nullable} />\n'
