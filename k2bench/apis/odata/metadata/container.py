"""What a service offers at its root (OData CSDL XML 4.01, section 13)."""

from msgspec import Struct

from k2bench.apis.odata.metadata.annotation import Annotation
from k2bench.apis.odata.metadata.types import OperationKind


class Binding(Struct, frozen=True, gc=False):
    """Which set the entities behind a navigation property belong to (section 13.4)."""

    path: str
    target: str


class EntitySet(Struct, frozen=True, gc=False):
    """A named collection; `type` is the qualified name of its entity type."""

    name: str
    type: str
    bindings: tuple[Binding, ...] = ()
    in_service_document: bool = True
    annotations: tuple[Annotation, ...] = ()


class Singleton(Struct, frozen=True, gc=False):
    """A named single entity."""

    name: str
    type: str
    nullable: bool = False
    bindings: tuple[Binding, ...] = ()
    annotations: tuple[Annotation, ...] = ()


class OperationImport(Struct, frozen=True, gc=False):
    """An unbound operation that can be called at the root.

    Attributes:
        operation: qualified name of the operation, all overloads of which are meant.
        http_method: what OData 3 says in `m:HttpMethod`; empty in OData 4.
    """

    name: str
    kind: OperationKind
    operation: str
    entity_set: str = ""
    in_service_document: bool = False
    http_method: str = ""
    annotations: tuple[Annotation, ...] = ()


class EntityContainer(Struct, frozen=True, gc=False):
    """The sets, singletons and imports of a service; OData 3 may have several."""

    name: str
    extends: str = ""
    sets: tuple[EntitySet, ...] = ()
    singletons: tuple[Singleton, ...] = ()
    imports: tuple[OperationImport, ...] = ()
    default: bool = True
    annotations: tuple[Annotation, ...] = ()
