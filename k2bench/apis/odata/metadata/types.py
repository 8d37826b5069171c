"""The types of a schema (OData CSDL XML 4.01, sections 6 to 11). Names are qualified, aliases gone.

They do not know each other: a reference is a name, which `index.Index` looks up.
"""

from dataclasses import dataclass
from enum import StrEnum

from k2bench.apis.odata.metadata.annotation import Annotation


@dataclass(frozen=True, slots=True)
class TypeRef:
    """The name of a type, and whether a collection of it is meant."""

    name: str
    collection: bool = False

    def __str__(self) -> str:
        return f"Collection({self.name})" if self.collection else self.name


@dataclass(frozen=True, slots=True)
class Facets:
    """What limits a value. Texts as sent (`max`, `variable`); empty or None: not said."""

    nullable: bool | None = None
    max_length: str = ""
    precision: str = ""
    scale: str = ""
    srid: str = ""
    unicode: bool | None = None
    default: str | None = None


NO_FACETS = Facets()


@dataclass(frozen=True, slots=True)
class Property:
    """A structural property (section 7)."""

    name: str
    type: TypeRef
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()

    @property
    def nullable(self) -> bool:
        """True unless the metadata says otherwise (section 7.2.1)."""
        return self.facets.nullable is not False


@dataclass(frozen=True, slots=True)
class Constraint:
    """`property` of the dependent row equals `referenced` of the principal one (section 8.5)."""

    property: str
    referenced: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class NavigationProperty:
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


@dataclass(frozen=True, slots=True)
class KeyRef:
    """A part of a key (section 6.5). A `path` into a complex property has an alias."""

    path: str
    alias: str = ""

    @property
    def name(self) -> str:
        """What stands before the `=` in a URL."""
        return self.alias or self.path


@dataclass(frozen=True, slots=True)
class ComplexType:
    """Structured, without a key (section 9)."""

    name: str
    base: str = ""
    abstract: bool = False
    open: bool = False
    properties: tuple[Property, ...] = ()
    navigation_properties: tuple[NavigationProperty, ...] = ()
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityType(ComplexType):
    """Structured, with a key of its own or of its base type (section 6)."""

    has_stream: bool = False
    key: tuple[KeyRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an enumeration; `value` is None where it is no number."""

    name: str
    value: int | None
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class EnumType:
    """An enumeration (section 10)."""

    name: str
    members: tuple[Member, ...] = ()
    flags: bool = False
    underlying: str = "Edm.Int32"
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeDefinition:
    """A primitive type under another name (section 11)."""

    name: str
    underlying: str
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
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


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation (section 12.9)."""

    name: str
    type: TypeRef
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnType:
    """What an operation gives back (section 12.8)."""

    type: TypeRef
    facets: Facets = NO_FACETS
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
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
