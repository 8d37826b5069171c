"""A whole metadata document (OData CSDL XML 4.01, sections 3 to 5)."""

from msgspec import Struct

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.metadata.annotation import Annotation
from k2bench.apis.odata.metadata.container import EntityContainer
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    EntityType,
    EnumType,
    Operation,
    Term,
    TypeDefinition,
)
from k2bench.core.problem import Problem


class TargetAnnotations(Struct, frozen=True, gc=False):
    """Annotations that stand apart from what they describe (section 14.2).

    Attributes:
        target: `Ns.Type/Property`, `Ns.Container/Set`, `Ns.Function(Edm.String)/parameter`, ...
    """

    target: str
    annotations: tuple[Annotation, ...]


class Include(Struct, frozen=True, gc=False):
    """A namespace that another document defines, under a name of its own."""

    namespace: str
    alias: str = ""


class Reference(Struct, frozen=True, gc=False):
    """Another document that this one builds on. It is never fetched by itself."""

    uri: str
    includes: tuple[Include, ...] = ()
    annotations: tuple[Annotation, ...] = ()


class Schema(Struct, frozen=True, gc=False):
    """One namespace, everything in the order of the document."""

    namespace: str
    alias: str = ""
    entity_types: tuple[EntityType, ...] = ()
    complex_types: tuple[ComplexType, ...] = ()
    enum_types: tuple[EnumType, ...] = ()
    type_definitions: tuple[TypeDefinition, ...] = ()
    terms: tuple[Term, ...] = ()
    operations: tuple[Operation, ...] = ()
    containers: tuple[EntityContainer, ...] = ()
    targets: tuple[TargetAnnotations, ...] = ()
    annotations: tuple[Annotation, ...] = ()


class Metadata(Struct, frozen=True, gc=False):
    """What was read, and what is odd in it.

    Attributes:
        version: `4.0`, `4.01`, or the largest version that OData 1 to 3 offers.
        problems: unknown types, cycles, ...: none keeps the rest from being used.
    """

    version: str
    schemas: tuple[Schema, ...] = ()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def dialect(self) -> Dialect:
        """How values are written in URLs of this service."""
        return Dialect.V4 if self.version.startswith("4") else Dialect.V3
