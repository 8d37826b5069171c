"""The types of a schema (OData CSDL XML 4.01, sections 6 to 11). Names are qualified, aliases gone.

They do not know each other: a reference is a name, which `index.Index` looks up. All values of this
package are frozen structs that the garbage collector does not see: the 70,000 dataclasses of a
3.4 MB document made it stop every thread for 7 to 70 ms. A value that is built from its leaves
upwards cannot be part of a circle, so nothing is lost. To change one: `msgspec.structs.replace`.
"""

from enum import StrEnum

from msgspec import Struct

from k2bench.apis.odata.metadata.annotation import Annotation


class TypeRef(Struct, frozen=True, gc=False):
    """The name of a type, and whether a collection of it is meant."""

    name: str
    collection: bool = False

    def __str__(self) -> str:
        return f"Collection({self.name})" if self.collection else self.name


class Facets(Struct, frozen=True, gc=False):
    """What limits a value. Texts as sent (`max`, `variable`); empty or None: not said."""

    nullable: bool | None = None
    max_length: str = ""
    precision: str = ""
    scale: str = ""
    srid: str = ""
    unicode: bool | None = None
    default: str | None = None


NO_FACETS = Facets()


class Property(Struct, frozen=True, gc=False):
    """A structural property (section 7)."""

    name: str
    type: TypeRef
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()

    @property
    def nullable(self) -> bool:
        """True unless the metadata says otherwise (section 7.2.1)."""
        return self.facets.nullable is not False


class Constraint(Struct, frozen=True, gc=False):
    """`property` of the dependent row equals `referenced` of the principal one (section 8.5)."""

    property: str
    referenced: str
    annotations: tuple[Annotation, ...] = ()


class NavigationProperty(Struct, frozen=True, gc=False):
    """A way from one entity to others (section 8).

    Attributes:
        partner: path of the navigation property that leads back.
        contains_target: whether the related entities live inside this one.
        on_delete: `Cascade`, `None`, `SetNull` or `SetDefault`; empty when not said.
    """

    name: str
    type: TypeRef
    nullable: bool | None = None
    partner: str = ""
    contains_target: bool = False
    constraints: tuple[Constraint, ...] = ()
    on_delete: str = ""
    annotations: tuple[Annotation, ...] = ()


class KeyRef(Struct, frozen=True, gc=False):
    """A part of a key (section 6.5). A `path` into a complex property has an alias."""

    path: str
    alias: str = ""

    @property
    def name(self) -> str:
        """What stands before the `=` in a URL."""
        return self.alias or self.path


class ComplexType(Struct, frozen=True, gc=False):
    """Structured, without a key (section 9)."""

    name: str
    base: str = ""
    abstract: bool = False
    open: bool = False
    properties: tuple[Property, ...] = ()
    navigation_properties: tuple[NavigationProperty, ...] = ()
    annotations: tuple[Annotation, ...] = ()


class EntityType(ComplexType, frozen=True, gc=False):
    """Structured, with a key of its own or of its base type (section 6)."""

    has_stream: bool = False
    key: tuple[KeyRef, ...] = ()


class Member(Struct, frozen=True, gc=False):
    """A member of an enumeration; `value` is None where it is no number."""

    name: str
    value: int | None
    annotations: tuple[Annotation, ...] = ()


class EnumType(Struct, frozen=True, gc=False):
    """An enumeration (section 10)."""

    name: str
    members: tuple[Member, ...] = ()
    flags: bool = False
    underlying: str = "Edm.Int32"
    annotations: tuple[Annotation, ...] = ()


class TypeDefinition(Struct, frozen=True, gc=False):
    """A primitive type under another name (section 11)."""

    name: str
    underlying: str
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()


class Term(Struct, frozen=True, gc=False):
    """What annotations can say (section 14.1)."""

    name: str
    type: TypeRef
    facets: Facets = NO_FACETS
    base: str = ""
    applies_to: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()


class OperationKind(StrEnum):
    """An action may change something and is sent with POST; a function is read with GET."""

    ACTION = "action"
    FUNCTION = "function"


class Parameter(Struct, frozen=True, gc=False):
    """A parameter of an operation (section 12.9)."""

    name: str
    type: TypeRef
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()


class ReturnType(Struct, frozen=True, gc=False):
    """What an operation gives back (section 12.8)."""

    type: TypeRef
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()


class Operation(Struct, frozen=True, gc=False):
    """One overload of an action or function (section 12).

    Attributes:
        bound: whether the first parameter is what it is called on.
        composable: whether a path may go on behind a function.
        entity_set_path: from the binding parameter to the set of the result.
    """

    name: str
    kind: OperationKind
    bound: bool = False
    composable: bool = False
    entity_set_path: str = ""
    parameters: tuple[Parameter, ...] = ()
    returns: ReturnType | None = None
    annotations: tuple[Annotation, ...] = ()

    @property
    def binding(self) -> TypeRef | None:
        """The type it is called on; None for an unbound one."""
        return self.parameters[0].type if self.bound and self.parameters else None

    @property
    def inputs(self) -> tuple[Parameter, ...]:
        """The parameters a caller fills in."""
        return self.parameters[1:] if self.bound else self.parameters
