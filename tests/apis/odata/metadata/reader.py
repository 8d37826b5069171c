"""Samples, a way to read them in one go, and a second reader that only counts."""

from pathlib import Path

from lxml import etree

from k2bench.apis.odata.metadata.document import Metadata
from k2bench.apis.odata.metadata.reading import read_metadata

FOLDER = Path(__file__).parent / "samples"
HEAD = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    "<edmx:DataServices>"
    '<Schema Namespace="n" Alias="a" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
)
TAIL = "</Schema></edmx:DataServices></edmx:Edmx>"


def sample(name: str) -> bytes:
    """A file of `samples`."""
    return (FOLDER / name).read_bytes()


def within(text: str) -> bytes:
    """A document of 4.0 with one schema `n`, alias `a`, that holds `text`."""
    return (HEAD + text + TAIL).encode()


def read(data: bytes | str) -> Metadata:
    """All steps at once."""
    steps = read_metadata(data.encode() if isinstance(data, str) else data)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            metadata: Metadata = end.value
            return metadata


def counts(metadata: Metadata) -> dict[str, int]:
    """How many of each there are, by the name of the element."""
    structured = [
        each
        for schema in metadata.schemas
        for each in (*schema.entity_types, *schema.complex_types)
    ]
    schemas = metadata.schemas
    containers = [each for schema in schemas for each in schema.containers]
    operations = [each for schema in schemas for each in schema.operations]
    return {
        "Schema": len(schemas),
        "EntityType": sum(len(schema.entity_types) for schema in schemas),
        "ComplexType": sum(len(schema.complex_types) for schema in schemas),
        "EnumType": sum(len(schema.enum_types) for schema in schemas),
        "Member": sum(len(each.members) for schema in schemas for each in schema.enum_types),
        "TypeDefinition": sum(len(schema.type_definitions) for schema in schemas),
        "Term": sum(len(schema.terms) for schema in schemas),
        "Property": sum(len(each.properties) for each in structured),
        "NavigationProperty": sum(len(each.navigation_properties) for each in structured),
        "Action": sum(each.kind == "action" for each in operations),
        "Function": sum(each.kind == "function" for each in operations),
        "Parameter": sum(len(each.parameters) for each in operations),
        "EntitySet": sum(len(each.sets) for each in containers),
        "Singleton": sum(len(each.singletons) for each in containers),
        "Import": sum(len(each.imports) for each in containers),
        "Annotations": sum(len(schema.targets) for schema in schemas),
    }


def counted_by_xpath(data: bytes) -> dict[str, int]:
    """The same from the document itself, for OData 4."""
    root = etree.fromstring(data)
    names = [*counts(Metadata("4.0"))]
    found = {name: root.xpath(f"count(//*[local-name()='{name}'])") for name in names}
    imports = "count(//*[local-name()='ActionImport' or local-name()='FunctionImport'])"
    return {name: int(count) for name, count in (found | {"Import": root.xpath(imports)}).items()}
